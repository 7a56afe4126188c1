namespace ClickUpMcp.EndToEndBenchmark;

/// <summary>Latencies of one kind of call in ms, and the rate that many of them reached.</summary>
internal sealed record CallResult(
    string What,
    int AtOnce,
    Sample Latency,
    double CallsPerSecond,
    int AnswerBytes,
    ProcessMemory Memory
);
