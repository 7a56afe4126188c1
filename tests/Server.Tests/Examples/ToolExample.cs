using System.Text.Json;
using ClickUpMcp.Driver;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Catalog;
using EndToEnd.Tests.Catalogue;

namespace ClickUpMcp.Tests.Examples;

/// <summary>One example of one listed tool, as the spec gives it.</summary>
/// <param name="Tool">The tool's name.</param>
/// <param name="IsReadOnly">Whether its annotations say that it changes nothing.</param>
/// <param name="IsOpenWorld">Whether its annotations say that it talks to ClickUp.</param>
/// <param name="IsQuery">Whether it reads by something else than GET.</param>
/// <param name="Arguments">The arguments as a JSON object.</param>
/// <param name="Request">The request line; null for a tool with a handler.</param>
/// <param name="Body">The request's body; null when the example shows none.</param>
public sealed record ToolExample(
    string Tool,
    bool IsReadOnly,
    bool IsOpenWorld,
    bool IsQuery,
    string Arguments,
    string? Request,
    string? Body
)
{
    /// <summary>The examples of every listed tool, by its name.</summary>
    internal static IReadOnlyDictionary<string, ToolExample[]> ByTool { get; } =
        Directory
            .EnumerateFiles(Repository.At("spec", "tools"), "*.json")
            .SelectMany(static file =>
                JsonElement.Parse(File.ReadAllBytes(file)).GetProperty("tools").EnumerateArray().ToList()
            )
            .Where(static tool => !tool.TryGetProperty("internal", out JsonElement hidden) || !hidden.GetBoolean())
            .ToDictionary(static tool => tool.GetProperty("name").GetString()!, Of, StringComparer.Ordinal);

    /// <summary>Whether it is about what was changed before, so that alone it does nothing.</summary>
    internal bool IsOfChanges => ToolCatalog.Describe(ToolCatalog.Find(Tool)).Category == CatalogView.ChangesCategory;

    /// <summary>Whether it makes a list or folder with all its tasks, a request each.</summary>
    internal bool CopiesAPlace => Tool is "duplicate_list" or "duplicate_folder";

    /// <summary>Whether the tool says first what would be lost, and writes only when that is agreed to.</summary>
    internal bool AsksFirst => SpecTool.All.Single(tool => tool.Name == Tool).AsksFirst;

    public override string ToString() =>
        $"{Tool} {string.Join(' ', Arguments.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}";

    private static ToolExample[] Of(JsonElement tool)
    {
        string name = tool.GetProperty("name").GetString()!;
        JsonElement annotations = tool.GetProperty("annotations");
        return
        [
            .. Member(tool, "examples")
                .GetValueOrDefault()
                .EnumerateArray()
                .Select(example => new ToolExample(
                    name,
                    annotations.GetProperty("readOnly").GetBoolean(),
                    annotations.GetProperty("openWorld").GetBoolean(),
                    ReadsByPost(tool),
                    example.GetProperty("arguments").GetRawText(),
                    Member(example, "request")?.GetString(),
                    Member(example, "body")?.GetRawText()
                )),
        ];
    }

    private static bool ReadsByPost(JsonElement tool) =>
        tool.GetProperty("annotations").GetProperty("readOnly").GetBoolean()
        && Member(tool, "request") is { } request
        && request.GetProperty("method").GetString() != "GET";

    private static JsonElement? Member(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement member) ? member : null;
}
