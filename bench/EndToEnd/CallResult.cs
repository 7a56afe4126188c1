using ClickUpMcp.Driver;

namespace ClickUpMcp.EndToEndBenchmark;

/// <summary>Latencies of one kind of call in ms, the rate that many of them reached, and the server's processor time of one.</summary>
internal sealed record CallResult(
    string What,
    int AtOnce,
    Sample Latency,
    double CallsPerSecond,
    double ProcessorMilliseconds,
    int ResponseBytes,
    ProcessMemory Memory
);
