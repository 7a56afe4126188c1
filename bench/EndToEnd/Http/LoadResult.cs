using ClickUpMcp.Driver;

namespace ClickUpMcp.EndToEndBenchmark.Http;

/// <summary>What a number of connections reached: latencies in ms, and processor time of one request in ms.</summary>
internal sealed record LoadResult(
    int Connections,
    double RequestsPerSecond,
    Sample Latency,
    double ServerMilliseconds,
    double ClientMilliseconds,
    int ResponseBytes,
    ProcessMemory Memory
);
