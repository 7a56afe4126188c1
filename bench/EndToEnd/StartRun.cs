namespace ClickUpMcp.EndToEndBenchmark;

/// <summary>One start: times in ms, memory right after <c>tools/list</c>, and the list itself.</summary>
internal sealed record StartRun(
    double Initialize,
    double List,
    ProcessMemory Memory,
    MemorySplit Split,
    int Bytes,
    int Tools,
    double Exit
);
