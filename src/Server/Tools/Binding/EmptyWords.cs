using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace ClickUpMcp.Tools.Binding;

/// <summary>Knows the texts by which callers try to empty a value, which is what <c>clear</c> is for.</summary>
internal static class EmptyWords
{
    private static readonly string[] Words = ["none", "null", "nil", "undefined"];

    /// <summary>Whether the value is such a text.</summary>
    /// <param name="value">A value.</param>
    /// <param name="isFreeText">Whether the words may also be what somebody wants to write.</param>
    public static bool IsOne(JsonElement value, bool isFreeText)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        ReadOnlySpan<byte> text = JsonMarshal.GetRawUtf8Value(value)[1..^1].Trim((byte)' ');
        bool isOne = text.IsEmpty;
        for (int i = 0; i < Words.Length && !isOne && !isFreeText; i++)
        {
            isOne = Ascii.EqualsIgnoreCase(text, Words[i]);
        }

        return isOne;
    }

    /// <summary>How these arguments are emptied, as in <c>clear: ["due"]</c>.</summary>
    public static string Clear(params ReadOnlySpan<string> names) => $"clear: [\"{string.Join("\", \"", names)}\"]";
}
