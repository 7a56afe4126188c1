namespace ClickUpMcp.EndToEndBenchmark.Http;

/// <summary>A measurement and what it is of.</summary>
internal sealed record LoadRow(string What, string Era, LoadResult Result);
