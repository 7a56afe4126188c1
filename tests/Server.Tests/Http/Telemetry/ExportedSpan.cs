namespace ClickUpMcp.Tests.Http.Telemetry;

/// <summary>A span as the collector got it.</summary>
internal sealed record ExportedSpan(
    string Name,
    string TraceId,
    string SpanId,
    string ParentId,
    bool IsServer,
    bool IsError,
    string[] LinkedTraces,
    Dictionary<string, string> Attributes
)
{
    private const ulong Server = 2;
    private const ulong Error = 2;

    /// <summary>Reads a <c>Span</c>.</summary>
    public static ExportedSpan Read(ReadOnlyMemory<byte> span) =>
        new(
            Exported.Text(Proto.At(span, 5).Single()),
            Hex(span, 1),
            Hex(span, 2),
            Hex(span, 4),
            Proto.Fields(span).Single(field => field.Number == 6).Value == Server,
            Proto.At(span, 15).SelectMany(Proto.Fields).Any(field => field is { Number: 3, Value: Error }),
            [.. Proto.At(span, 13).Select(link => Hex(link, 1))],
            Exported.Attributes(span, 9)
        );

    private static string Hex(ReadOnlyMemory<byte> message, int number) =>
        Convert.ToHexStringLower(Proto.At(message, number).FirstOrDefault().Span);
}
