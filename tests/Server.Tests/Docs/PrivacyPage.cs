using System.Globalization;
using System.Text;
using ClickUpMcp.Driver;
using ClickUpMcp.Hosting.Stores;
using ClickUpMcp.Storage;

namespace ClickUpMcp.Tests.Docs;

/// <summary>Writes the table of kinds into the page about privacy, whose rest is written by hand.</summary>
internal static class PrivacyPage
{
    private const string Begin = "<!-- Generated from the table of kinds; run './build.sh docs' to renew. -->\n";
    private const string End = "<!-- The end of what is generated. -->\n";

    public static string Write()
    {
        string page = Repository.Read("docs", "privacy.md");
        int begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = page.IndexOf(End, StringComparison.Ordinal);
        StringBuilder table = new("| kind | what for | at most |\n| --- | --- | --- |\n");
        foreach (RecordKind kind in RecordKinds.All)
        {
            table.Append(
                CultureInfo.InvariantCulture,
                $"| `{kind.Name}` | {kind.Purpose} | {Words(kind.LongestLife)} |\n"
            );
        }

        return page[..begin] + table + page[end..];
    }

    private static string Words(TimeSpan life) =>
        life switch
        {
            { TotalDays: >= 2 } => Number(life.TotalDays, "days"),
            { TotalHours: >= 2 } => Number(life.TotalHours, "hours"),
            { TotalMinutes: >= 2 } => Number(life.TotalMinutes, "minutes"),
            _ => Number(life.TotalSeconds, "seconds"),
        };

    private static string Number(double number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(number)} {unit}");
}
