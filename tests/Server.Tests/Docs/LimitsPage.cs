using ClickUpMcp.Driver;
using ClickUpMcp.Tools;

namespace ClickUpMcp.Tests.Docs;

/// <summary>Writes the table of the page of limits; the prose around it is written by hand.</summary>
internal static class LimitsPage
{
    private const string Start = "<!-- limits -->\n";
    private const string End = "<!-- end -->";

    public static string Write()
    {
        string page = Repository.Read("docs/limits.md");
        int start = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        int end = page.IndexOf(End, start, StringComparison.Ordinal);
        IEnumerable<string> rows = ToolCatalog.SearchWords().Limits.Select(static l => $"| {l.Wish} | {l.Reason} |\n");
        return $"{page[..start]}| wish | why not |\n| --- | --- |\n{string.Concat(rows)}{page[end..]}";
    }
}
