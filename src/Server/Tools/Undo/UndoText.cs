using System.Globalization;
using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Values as texts that are equal where ClickUp means the same, whatever types it writes them with.</summary>
internal static class UndoText
{
    private static readonly string[] Names = ["id", "name", "username", "status", "text"];

    /// <summary>The text of a value; empty for nothing.</summary>
    public static string Of(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => string.Join(
                ',',
                value.EnumerateArray().Select(Of).Order(StringComparer.OrdinalIgnoreCase)
            ),
            JsonValueKind.Object => Names.Select(name => value.Member(name)).FirstOrDefault(IsThere)
                is { ValueKind: not JsonValueKind.Undefined } named
                ? Of(named)
                : RawJson.Compact(value),
            JsonValueKind.String => Plain(value.GetString()!),
            JsonValueKind.Number => Plain(value.GetRawText()),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => string.Empty,
        };

    /// <summary>A text as <see cref="Of"/> has it.</summary>
    public static string Plain(string text)
    {
        string trimmed = text.Trim().ReplaceLineEndings("\n");
        return decimal.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
            ? number.ToString("0.############", CultureInfo.InvariantCulture)
            : trimmed;
    }

    private static bool IsThere(JsonElement value) =>
        value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);
}
