namespace ClickUpMcp.EndToEndBenchmark.Http;

/// <summary>What a soak showed.</summary>
/// <param name="Minutes">How long it took.</param>
/// <param name="Resident">Resident memory in MiB at equal distances.</param>
/// <param name="Counts">How often each thing was done.</param>
/// <param name="Unexpected">Responses with another status than they should have had.</param>
internal sealed record SoakResult(
    int Minutes,
    IReadOnlyList<double> Resident,
    IReadOnlyDictionary<string, long> Counts,
    long Unexpected
)
{
    /// <summary>How much larger the last third's median may be than the second's.</summary>
    public const double AllowedGrowth = 0.1;

    public double Most => Resident.Max();

    /// <summary>The medians of the three thirds.</summary>
    public double[] Thirds => [.. Enumerable.Range(0, 3).Select(third => new Sample(Third(third)).Median)];

    public double Growth => Thirds[2] / Thirds[1] - 1;

    public bool IsFlat => Growth <= AllowedGrowth && Unexpected == 0;

    /// <summary>MiB a minute after the first third, by least squares.</summary>
    public double Slope
    {
        get
        {
            double[] values = [.. Third(1), .. Third(2)];
            var middle = (values.Length - 1) / 2.0;
            var mean = values.Average();
            var moment = values.Select((value, i) => (i - middle) * (value - mean)).Sum();
            var spread = Enumerable.Range(0, values.Length).Sum(i => (i - middle) * (i - middle));
            return moment / spread * Resident.Count / Minutes;
        }
    }

    private IEnumerable<double> Third(int index) =>
        Resident.Skip(Resident.Count * index / 3).Take(Resident.Count * (index + 1) / 3 - Resident.Count * index / 3);
}
