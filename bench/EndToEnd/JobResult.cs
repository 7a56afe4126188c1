using ClickUpMcp.Driver;

namespace ClickUpMcp.EndToEndBenchmark;

/// <summary>What a large job cost a server of its own.</summary>
/// <param name="What">The job.</param>
/// <param name="Seconds">From the first call to the last response.</param>
/// <param name="Memory">The server's afterwards.</param>
internal sealed record JobResult(string What, double Seconds, ProcessMemory Memory);
