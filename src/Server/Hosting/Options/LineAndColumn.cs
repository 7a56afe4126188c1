using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ClickUpMcp.Hosting;

/// <summary>A place in a text file as editors count it, from one.</summary>
/// <param name="Line">The line.</param>
/// <param name="Column">The letter in it.</param>
internal readonly record struct LineAndColumn(long Line, long Column)
{
    /// <param name="text">The file, in UTF-8.</param>
    /// <param name="index">The byte that is meant.</param>
    public static LineAndColumn Of(ReadOnlySpan<byte> text, int index)
    {
        ReadOnlySpan<byte> before = text[..Math.Min(index, text.Length)];
        int start = before.LastIndexOf((byte)'\n') + 1;
        return new(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[start..]) + 1);
    }

    public static LineAndColumn Of(JsonException e) => new((e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"line {Line}, column {Column}");
}
