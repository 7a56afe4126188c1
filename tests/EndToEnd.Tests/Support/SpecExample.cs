using System.Text.Json;
using ClickUpMcp.Driver;

namespace EndToEnd.Tests.Support;

/// <summary>One example of one listed tool, as the spec gives it.</summary>
internal sealed record SpecExample(string Tool, int Index, string Arguments, bool UsesV3)
{
    public static IReadOnlyList<SpecExample> All() =>
        [
            .. Directory
                .EnumerateFiles(Repository.At("spec", "tools"), "*.json")
                .Order(StringComparer.Ordinal)
                .SelectMany(file =>
                    JsonElement.Parse(File.ReadAllBytes(file)).GetProperty("tools").EnumerateArray().ToList()
                )
                .Where(tool => !tool.TryGetProperty("internal", out var hidden) || !hidden.GetBoolean())
                .SelectMany(Of),
        ];

    public override string ToString() => $"{Tool} example {Index}: {Arguments}";

    private static IEnumerable<SpecExample> Of(JsonElement tool)
    {
        var name = tool.GetProperty("name").GetString()!;
        return tool.TryGetProperty("examples", out var examples)
            ? examples
                .EnumerateArray()
                .Select(
                    (example, index) =>
                        new SpecExample(
                            name,
                            index,
                            example.GetProperty("arguments").GetRawText(),
                            example.TryGetProperty("request", out var line) && line.GetString()!.Contains(" /api/v3/")
                        )
                )
            : [];
    }
}
