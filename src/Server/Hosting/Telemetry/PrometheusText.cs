using System.Globalization;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace ClickUpMcp.Hosting.Telemetry;

/// <summary>Writes metrics in Prometheus' text format, version 0.0.4.</summary>
internal sealed class PrometheusText : BaseExporter<Metric>
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly StringBuilder _text = new();

    /// <summary>What was written last.</summary>
    public string Page { get; private set; } = string.Empty;

    public override ExportResult Export(in Batch<Metric> batch)
    {
        _text.Clear();
        foreach (Metric metric in batch)
        {
            Write(metric);
        }

        Page = _text.ToString();
        return ExportResult.Success;
    }

    private void Write(Metric metric)
    {
        bool isCounter = metric.MetricType is MetricType.LongSum or MetricType.DoubleSum;
        bool isHistogram = metric.MetricType is MetricType.Histogram;
        string name = NameOf(metric, isCounter);
        if (metric.Description.Length > 0)
        {
            _text.Append($"# HELP {name} {Escaped(metric.Description)}\n");
        }

        _text.Append($"# TYPE {name} {(isCounter ? "counter" : isHistogram ? "histogram" : "gauge")}\n");
        foreach (ref readonly MetricPoint point in metric.GetMetricPoints())
        {
            string labels = LabelsOf(point.Tags);
            if (isHistogram)
            {
                WriteHistogram(name, labels, point);
            }
            else
            {
                Sample(name, labels, ValueOf(metric.MetricType, point));
            }
        }
    }

    private void WriteHistogram(string name, string labels, in MetricPoint point)
    {
        long below = 0;
        string before = labels.Length == 0 ? string.Empty : labels + ',';
        foreach (HistogramBucket bucket in point.GetHistogramBuckets())
        {
            below += bucket.BucketCount;
            string bound = double.IsPositiveInfinity(bucket.ExplicitBound) ? "+Inf" : Number(bucket.ExplicitBound);
            Sample($"{name}_bucket", $"{before}le=\"{bound}\"", below);
        }

        Sample($"{name}_sum", labels, point.GetHistogramSum());
        Sample($"{name}_count", labels, point.GetHistogramCount());
    }

    private static double ValueOf(MetricType type, in MetricPoint point) =>
        type switch
        {
            MetricType.LongSum or MetricType.LongSumNonMonotonic => point.GetSumLong(),
            MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => point.GetSumDouble(),
            MetricType.LongGauge => point.GetGaugeLastValueLong(),
            _ => point.GetGaugeLastValueDouble(),
        };

    private void Sample(string name, string labels, double value) =>
        _text.Append(labels.Length == 0 ? name : $"{name}{{{labels}}}").Append(' ').Append(Number(value)).Append('\n');

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    // The unit is a part of the name there, and a counter's name ends with what it is.
    private static string NameOf(Metric metric, bool isCounter)
    {
        string unit = metric.Unit is "s" ? "_seconds" : string.Empty;
        string name = string.Concat(metric.Name.Select(static c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        return $"{name}{unit}{(isCounter ? "_total" : string.Empty)}";
    }

    private static string LabelsOf(ReadOnlyTagCollection tags)
    {
        List<string> labels = [];
        foreach (KeyValuePair<string, object?> tag in tags)
        {
            string name = string.Concat(tag.Key.Select(static c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
            string value = Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? string.Empty;
            labels.Add($"{name}=\"{Escaped(value).Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        }

        return string.Join(',', labels);
    }

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
