using System.Globalization;
using System.Text;
using ClickUpMcp.Tests.Catalogue;
using ClickUpMcp.Tools;

namespace ClickUpMcp.Tests.Docs;

/// <summary>Writes the page that tells for each operation of ClickUp's API which tools reach it.</summary>
internal static class CoveragePage
{
    public static string Write()
    {
        ILookup<string, string> tools = Enumerable
            .Range(0, ToolCatalog.Count)
            .SelectMany(static i =>
                ToolCatalog.Describe(i).Operations.Select(o => (Operation: o, Tool: ToolCatalog.Name(i)))
            )
            .ToLookup(static pair => pair.Operation, static pair => pair.Tool);
        StringBuilder page = new();
        page.Append("<!-- Generated from spec/; run './build.sh docs' to renew. -->\n# Coverage of ClickUp's API\n\n");
        page.Append(
            CultureInfo.InvariantCulture,
            $"{OfficialOperations.Committed.Count - OfficialOperations.WithoutTool.Count} of the {OfficialOperations.Committed.Count} operations in versions 2 and 3 of ClickUp's public API have a tool. What it cannot do is in [limits.md](../limits.md).\n\n"
        );
        page.Append("| API | operation | tools |\n| --- | --- | --- |\n");
        foreach ((string api, string id) in OfficialOperations.Committed)
        {
            string reached = string.Join(", ", tools[id].Select(static t => $"`{t}`"));
            string text = OfficialOperations.WithoutTool.TryGetValue(id, out string? reason)
                ? $"none: {reason}"
                : reached;
            page.Append(CultureInfo.InvariantCulture, $"| {api} | {id} | {text} |\n");
        }

        return page.ToString();
    }
}
