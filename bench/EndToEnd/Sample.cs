namespace ClickUpMcp.EndToEndBenchmark;

/// <summary>Measured values of one thing, and the statistics a table shows of them.</summary>
internal sealed class Sample(IEnumerable<double> values)
{
    private readonly double[] _sorted = [.. values.Order()];

    public double Median => Percentile(0.5);

    public double Minimum => _sorted[0];

    public double Maximum => _sorted[^1];

    /// <param name="share">Between 0 and 1; nearest rank.</param>
    public double Percentile(double share) => _sorted[Math.Max(0, (int)Math.Ceiling(share * _sorted.Length) - 1)];
}
