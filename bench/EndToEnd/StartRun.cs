using ClickUpMcp.Driver;

namespace ClickUpMcp.EndToEndBenchmark;

/// <summary>One start: times in ms, memory right after <c>tools/list</c> and after refused requests, and the list itself.</summary>
internal sealed record StartRun(
    double Initialize,
    double List,
    double Processor,
    ProcessMemory Memory,
    ProcessMemory Refused,
    MemorySplit Split,
    int Bytes,
    int Tools,
    double Exit
);
