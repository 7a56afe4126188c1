using System.Globalization;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Driver;

namespace ClickUpMcp.Tests.Docs;

/// <summary>Writes the page of the tools that are written by hand, and why each is.</summary>
internal static class HandlersPage
{
    /// <summary>The handlers of the spec by the tools that name them.</summary>
    public static IReadOnlyList<(string Tool, string Handler, string Reason)> Rows { get; } =
    [
        .. Directory
            .EnumerateFiles(Repository.At("spec", "tools"), "*.json")
            .SelectMany(static file => JsonElement.Parse(File.ReadAllBytes(file)).GetProperty("tools").EnumerateArray())
            .Where(static entry => entry.TryGetProperty("handler", out _))
            .Select(static entry => (Text(entry, "name"), Text(entry, "handler"), Text(entry, "handlerReason")))
            .OrderBy(static row => row.Item1, StringComparer.Ordinal),
    ];

    public static string Write()
    {
        StringBuilder page = new();
        page.Append("<!-- Generated from spec/; run './build.sh docs' to renew. -->\n# Handlers\n\n");
        page.Append(
            CultureInfo.InvariantCulture,
            $"A tool is data unless it needs a loop, a branch on a response or a second request. These {Rows.Count} do.\n\n"
        );
        page.Append("| tool | class | why it is written by hand |\n| --- | --- | --- |\n");
        foreach ((string tool, string handler, string reason) in Rows)
        {
            page.Append(CultureInfo.InvariantCulture, $"| `{tool}` | `{handler}` | {reason} |\n");
        }

        return page.ToString();
    }

    private static string Text(JsonElement entry, string key) => entry.GetProperty(key).GetString()!;
}
