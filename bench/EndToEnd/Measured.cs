namespace ClickUpMcp.EndToEndBenchmark;

/// <summary>What was measured of one binary.</summary>
/// <param name="Binary">Its path.</param>
/// <param name="Start">Starts without a key.</param>
/// <param name="Calls">Calls against the sandbox.</param>
internal sealed record Measured(string Binary, StartResult Start, IReadOnlyList<CallResult> Calls)
{
    public double Bytes => new FileInfo(Binary).Length;

    public static async Task<Measured> OfAsync(
        string binary,
        BenchmarkOptions options,
        CancellationToken cancellationToken
    )
    {
        // Linux counts only pages of the file that it has read already; a fresh copy has all of them in memory,
        // so that a program which has run for long and one just built are measured alike.
        var copy = Path.Combine(Directory.CreateTempSubdirectory("bench-").FullName, Path.GetFileName(binary));
        File.Copy(binary, copy);
        try
        {
            var start = StartBenchmark.Run(copy, ["stdio"], options.Runs);
            return new Measured(binary, start, await CallBenchmark.RunAsync(copy, options.Calls, cancellationToken));
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(copy)!, recursive: true);
        }
    }
}
