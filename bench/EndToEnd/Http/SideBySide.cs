namespace ClickUpMcp.EndToEndBenchmark.Http;

/// <summary>Two servers with as many connections, for what the one does as the other does.</summary>
internal sealed record SideBySide(string What, LoadResult Ours, LoadResult Sdk);
