using System.Globalization;
using System.Text;
using System.Text.Json;
using EndToEnd.Tests.Catalogue;

namespace ClickUpMcp.Tests.Docs;

/// <summary>Writes the page of what is written and nothing shows, and why.</summary>
internal static class UnseenPage
{
    /// <summary>The arguments of tools that write whose effect nothing shows.</summary>
    public static IReadOnlyList<(string Tool, string Argument, string Reason)> Rows { get; } =
    [
        .. SpecTool
            .All.Where(static tool => !tool.IsReadOnly)
            .SelectMany(static tool =>
                tool.Arguments.Where(argument => IsOf(tool, argument.Key))
                    .Select(argument => (tool.Name, argument.Key, Reason(argument.Value)))
                    .Where(static row => row.Item3 is not null)
                    .Select(static row => (row.Name, row.Key, row.Item3!))
                    .Concat(Reason(tool.Entry) is { } all ? [(tool.Name, "*", all)] : [])
            )
            .OrderBy(static row => row.Item1, StringComparer.Ordinal)
            .ThenBy(static row => row.Item2, StringComparer.Ordinal),
    ];

    public static string Write()
    {
        StringBuilder page = new();
        page.Append("<!-- Generated from spec/; run './build.sh docs' to renew. -->\n# What nothing shows\n\n");
        page.Append(
            CultureInfo.InvariantCulture,
            $"A write is compared with what came back, all that it sends. Of {Rows.Count} arguments nothing that ClickUp returns shows what became of them; the result says so, and claims nothing. A star stands for all that the response does not show.\n\n"
        );
        page.Append("| tool | argument | why |\n| --- | --- | --- |\n");
        foreach ((string tool, string argument, string reason) in Rows)
        {
            page.Append(CultureInfo.InvariantCulture, $"| `{tool}` | `{argument}` | {reason} |\n");
        }

        return page.ToString();
    }

    // Arguments that several tools share have their reason for those of them that cannot be read back.
    private static bool IsOf(SpecTool tool, string argument) =>
        !tool.Entry.TryGetProperty("request", out JsonElement request)
        || !request.TryGetProperty("readBack", out JsonElement readBack)
        || !(
            readBack.TryGetProperty("gone", out _)
            || (
                readBack.TryGetProperty("shown", out JsonElement shown)
                && shown.TryGetProperty(argument, out JsonElement path)
                && path.ValueKind != JsonValueKind.Null
            )
        );

    private static string? Reason(JsonElement entry) =>
        entry.TryGetProperty("unseenReason", out JsonElement reason) ? reason.GetString() : null;
}
