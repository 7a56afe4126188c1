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
        var start = StartBenchmark.Run(binary, ["stdio"], options.Runs);
        return new Measured(binary, start, await CallBenchmark.RunAsync(binary, options.Calls, cancellationToken));
    }
}
