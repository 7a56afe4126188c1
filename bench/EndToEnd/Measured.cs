namespace ClickUpMcp.EndToEndBenchmark;

/// <summary>What was measured of one binary.</summary>
/// <param name="Bytes">The size of its file.</param>
/// <param name="Start">Starts without a key.</param>
/// <param name="Calls">Calls against the sandbox.</param>
internal sealed record Measured(double Bytes, StartResult Start, IReadOnlyList<CallResult> Calls)
{
    /// <summary>Measures binaries in turns, and the starts of peers among theirs.</summary>
    public static async Task<(IReadOnlyList<Measured> Servers, IReadOnlyList<PeerResult> Peers)> AllAsync(
        IReadOnlyList<string> binaries,
        IReadOnlyList<Peer> peers,
        BenchmarkOptions options,
        CancellationToken cancellationToken
    )
    {
        // Linux counts only pages of the file that it has read already; a fresh copy has all of them in memory,
        // so that a program which has run for long and one just built are measured alike.
        var folder = Directory.CreateTempSubdirectory("bench-").FullName;
        try
        {
            List<string> copies =
            [
                .. binaries.Select((binary, i) => Copy(binary, Path.Combine(folder, $"program-{i}"))),
            ];
            var (starts, others) = StartBenchmark.Run(copies, peers, options.Runs);
            var calls = await CallBenchmark.RunAsync(copies, options.Calls, cancellationToken);
            return (
                [.. copies.Select((copy, i) => new Measured(new FileInfo(copy).Length, starts[i], calls[i]))],
                others
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Copy(string from, string to)
    {
        File.Copy(from, to);
        return to;
    }
}
