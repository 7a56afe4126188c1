using System.Text.Json;

namespace ClickUpMcp.Driver;

/// <summary>The result of <c>tools/call</c>: its text blocks joined, and whether the tool failed.</summary>
public sealed record ToolCallResult(string Text, bool IsError)
{
    public static ToolCallResult From(JsonElement result) =>
        new(
            string.Join(
                '\n',
                result
                    .GetProperty("content")
                    .EnumerateArray()
                    .Where(block => block.GetProperty("type").ValueEquals("text"))
                    .Select(block => block.GetProperty("text").GetString())
            ),
            result.TryGetProperty("isError", out var failed) && failed.ValueKind == JsonValueKind.True
        );
}
