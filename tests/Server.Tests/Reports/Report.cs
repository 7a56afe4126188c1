using System.Text.Json;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Reports;

/// <summary>A report as JSON, read by a test.</summary>
internal sealed record Report(JsonElement Root)
{
    public static async Task<Report> ReadAsync(SandboxSession session, string tool, string arguments)
    {
        ToolResult result = await session.CallAsync(tool, arguments);
        result.IsError.ShouldBeFalse(result.Text);
        return new Report(JsonElement.Parse(result.Text, new JsonDocumentOptions { AllowDuplicateProperties = false }));
    }

    /// <summary>A figure of the report itself; 0 where it has none.</summary>
    public decimal Number(string member) => Number(Root, member);

    /// <summary>A duration of the report itself, in milliseconds.</summary>
    public long Time(string member) => Time(Root, member);

    /// <summary>The rows of a table.</summary>
    public IReadOnlyList<JsonElement> Rows(string table) =>
        [.. Root.GetProperty("parts").GetProperty(table).GetProperty("items").EnumerateArray()];

    /// <summary>The row of that name; an empty object where there is none.</summary>
    public JsonElement Row(string table, string name) =>
        Rows(table).SingleOrDefault(row => row.GetProperty("name").GetString() == name);

    public static decimal Number(JsonElement thing, string member) =>
        thing.ValueKind == JsonValueKind.Object && thing.TryGetProperty(member, out JsonElement value)
            ? value.GetDecimal()
            : 0;

    public static long Time(JsonElement thing, string member)
    {
        if (thing.ValueKind != JsonValueKind.Object || !thing.TryGetProperty(member, out JsonElement value))
        {
            return 0;
        }

        return value
            .GetString()!
            .Split(' ')
            .Sum(static part =>
                long.Parse(part[..^1])
                * part[^1] switch
                {
                    'h' => 3_600_000L,
                    'm' => 60_000L,
                    _ => 1_000L,
                }
            );
    }
}
