namespace ClickUpMcp.EndToEndBenchmark;

/// <summary>What starting the server costs: times in ms from just before the spawn, memory in KiB.</summary>
internal sealed record StartResult(
    Sample Initialize,
    Sample List,
    Sample ListAlone,
    Sample Exit,
    Sample Resident,
    Sample Refused,
    Sample Peak,
    MemorySplit Split,
    int ListBytes,
    int Tools
);
