using System.Globalization;
using System.Text;

namespace ClickUpMcp.Tests.Http.Telemetry;

/// <summary>What all that is exported has: attributes.</summary>
internal static class Exported
{
    /// <summary>The attributes that stand in a field of a message, numbers as text.</summary>
    public static Dictionary<string, string> Attributes(ReadOnlyMemory<byte> message, int number) =>
        Proto
            .At(message, number)
            .ToDictionary(pair => Text(Proto.At(pair, 1).Single()), pair => Value(Proto.At(pair, 2).Single()));

    public static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    private static string Value(ReadOnlyMemory<byte> any) =>
        Proto.Fields(any).Single() is { Number: 1 } text
            ? Text(text.Bytes)
            : Proto.Fields(any).Single().Value.ToString(CultureInfo.InvariantCulture);
}
