namespace ClickUpMcp.EndToEndBenchmark;

/// <summary>Calls of one kind made without a pause.</summary>
/// <param name="Latencies">In ms.</param>
/// <param name="Elapsed">From the first call to the last response.</param>
/// <param name="Processor">What the server spent on cores meanwhile.</param>
/// <param name="ResponseBytes">The length of the last response.</param>
internal sealed record CallBlock(double[] Latencies, TimeSpan Elapsed, TimeSpan Processor, int ResponseBytes)
{
    public double CallsPerSecond => Latencies.Length / Elapsed.TotalSeconds;

    public double ProcessorMicroseconds => Processor.TotalMicroseconds / Latencies.Length;
}
