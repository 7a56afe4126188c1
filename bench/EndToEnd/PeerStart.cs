namespace ClickUpMcp.EndToEndBenchmark;

/// <summary>One start of a program that speaks MCP over stdio.</summary>
/// <param name="Initialize">From just before the spawn to the response to <c>initialize</c>, in ms.</param>
/// <param name="List">Until that to <c>tools/list</c>, in ms.</param>
/// <param name="Processor">The processor time up to the first, in ms.</param>
/// <param name="Resident">What is resident after the second, in KiB.</param>
internal sealed record PeerStart(double Initialize, double List, double Processor, double Resident);
