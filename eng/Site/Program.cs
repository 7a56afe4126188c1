using ClickUpMcp.Driver;
using ClickUpMcp.Site;

// dotnet run --project eng/Site -- [FOLDER]
var folder = args is [var given] ? Path.GetFullPath(given) : Path.Combine(Repository.Artifacts, "site");
var site = DocsSite.Read(Repository.Root);
if (site.DeadLinks is [_, ..] dead)
{
    Console.Error.WriteLine($"Links that lead nowhere:\n  {string.Join("\n  ", dead)}");
    return 1;
}

site.Write(folder);
Console.WriteLine($"{site.Pages.Count} pages in {Path.GetRelativePath(Repository.Root, folder)}");
return 0;
