namespace ClickUpMcp.EndToEndBenchmark.Http;

/// <summary>What requests of one kind cost the server.</summary>
/// <param name="Kind">What is large in them.</param>
/// <param name="Size">The bytes of the smallest.</param>
/// <param name="Status">What the largest was answered with.</param>
/// <param name="Microseconds">Processor time of one request of each size.</param>
internal sealed record GrowthRow(string Kind, int Size, int Status, double[] Microseconds)
{
    /// <summary>How many times what a byte of the smallest costs a byte of the largest costs.</summary>
    public double Growth => Microseconds[^1] / Microseconds[0] / Driver.Http.SizedRequest.Factors[^1];
}
