namespace ClickUpMcp.Tests.Http.Telemetry;

/// <summary>A metric as the collector got it: its points by their attributes.</summary>
internal sealed record ExportedMetric(string Name, Dictionary<string, string>[] Points)
{
    /// <summary>Reads a <c>Metric</c>: a gauge, a sum or a histogram.</summary>
    public static ExportedMetric Read(ReadOnlyMemory<byte> metric) =>
        new(
            Exported.Text(Proto.At(metric, 1).Single()),
            [
                .. Proto.At(metric, 5, 1).Select(point => Exported.Attributes(point, 7)),
                .. Proto.At(metric, 7, 1).Select(point => Exported.Attributes(point, 7)),
                .. Proto.At(metric, 9, 1).Select(point => Exported.Attributes(point, 9)),
            ]
        );
}
