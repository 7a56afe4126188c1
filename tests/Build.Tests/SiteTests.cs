using System.Text.RegularExpressions;
using ClickUpMcp.Driver;
using ClickUpMcp.Site;

namespace Build.Tests;

/// <summary>The documentation as a site: whole, and with links that lead somewhere.</summary>
public sealed partial class SiteTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("clickup-mcp-site").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_page_of_the_documentation_is_there_with_a_title()
    {
        DocsSite site = DocsSite.Read(Repository.Root);

        string[] written =
        [
            .. Directory
                .EnumerateFiles(Repository.At("docs"), "*.md", SearchOption.AllDirectories)
                .Select(static file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')),
        ];
        site.DeadLinks.ShouldBeEmpty();
        written.Except(site.Pages.Select(static page => page.Source)).ShouldBeEmpty();
        site.Pages.ShouldAllBe(static page => page.Title.Length > 0);
    }

    [Fact]
    public void What_a_written_page_links_to_or_shows_is_in_the_folder()
    {
        DocsSite.Read(Repository.Root).Write(_folder);

        List<string> missing = [];
        int links = 0;
        foreach (string file in Directory.EnumerateFiles(_folder, "*.html", SearchOption.AllDirectories))
        {
            foreach (Match match in Address().Matches(File.ReadAllText(file)))
            {
                string path = match.Groups["path"].Value.Split('#')[0];
                links++;
                if (path.Length > 0 && !File.Exists(Path.Combine(Path.GetDirectoryName(file)!, path)))
                {
                    missing.Add($"{Path.GetRelativePath(_folder, file)}: {path}");
                }
            }
        }

        missing.ShouldBeEmpty();
        links.ShouldBeGreaterThan(1000);
    }

    [Theory]
    [InlineData("[x](b.md)", "<a href=\"../docs/b.html\">x</a>", null)]
    [InlineData("[x](b.md#two-words)", "<a href=\"../docs/b.html#two-words\">x</a>", null)]
    [InlineData("[x](#here)", "<a href=\"../docs/a.html#here\">x</a>", null)]
    [InlineData("[x](../picture.svg)", "<a href=\"../picture.svg\">x</a>", null)]
    [InlineData(
        "![x](../picture.svg)",
        "<span class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Picture\"><img src=\"../picture.svg\" alt=\"x\" /></span>",
        null
    )]
    [InlineData("[x](more)", "<a href=\"../docs/more/c.html\">x</a>", null)]
    [InlineData("[x](https://example.com/a.md)", "<a href=\"https://example.com/a.md\">x</a>", null)]
    [InlineData("[x](gone.md)", "", "docs/a.md: gone.md")]
    [InlineData("[x](b.md#gone)", "", "docs/a.md: b.md#gone (no such heading)")]
    [InlineData("![x](gone.svg)", "", "docs/a.md: gone.svg")]
    public void A_link_between_files_leads_to_the_page_or_is_named(string markdown, string html, string? dead)
    {
        File.WriteAllText(Path.Combine(_folder, "picture.svg"), "<svg/>");
        Directory.CreateDirectory(Path.Combine(_folder, "docs", "more"));
        Dictionary<string, Markdig.Syntax.MarkdownDocument> documents = new()
        {
            ["docs/a.md"] = SiteMarkdown.Parse($"# Here\n\n{markdown}\n"),
            ["docs/b.md"] = SiteMarkdown.Parse("## Two words\n"),
            ["docs/more/c.md"] = SiteMarkdown.Parse("# C\n"),
        };
        SiteLinks links = new(_folder, documents);

        links.Rewrite("docs/a.md");

        links.Dead.ShouldBe(dead is null ? [] : [dead]);
        SiteMarkdown.Render(documents["docs/a.md"]).ShouldContain(html);
    }

    [GeneratedRegex("(?:href|src)=\"(?!https?:|mailto:)(?<path>[^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
