using ClickUpMcp.Driver;

namespace ClickUpMcp.EndToEndBenchmark;

/// <summary>Blocks of one kind of call, and what the server held after them.</summary>
internal sealed record CallResult(string What, int AtOnce, IReadOnlyList<CallBlock> Blocks, ProcessMemory Memory)
{
    /// <summary>In ms.</summary>
    public Sample Latency { get; } = new(Blocks.SelectMany(static block => block.Latencies));

    public Sample CallsPerSecond { get; } = new(Blocks.Select(static block => block.CallsPerSecond));

    /// <summary>Of one call, in µs.</summary>
    public Sample Processor { get; } = new(Blocks.Select(static block => block.ProcessorMicroseconds));

    public int ResponseBytes => Blocks[^1].ResponseBytes;
}
