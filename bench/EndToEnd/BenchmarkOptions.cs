using ClickUpMcp.Driver;

namespace ClickUpMcp.EndToEndBenchmark;

/// <summary>What to measure, how often, and where the table goes.</summary>
internal sealed record BenchmarkOptions(string Binary, string? Beside, int Runs, int Calls, string Output)
{
    /// <summary>The native program that only replies with fixed bytes; null where it was not built.</summary>
    public string? Hello { get; private init; }

    /// <summary>Other servers that speak MCP over stdio, as <see cref="Peer.Parse"/> takes them.</summary>
    public IReadOnlyList<string> Peers { get; private init; } = [];

    public static BenchmarkOptions Parse(string[] args)
    {
        var options = new BenchmarkOptions(
            Repository.Binary,
            null,
            25,
            2000,
            Repository.At("bench", "results", "end-to-end.md")
        );
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--before" or "--beside" => options with { Beside = Path.GetFullPath(args[++i]) },
                "--hello" => options with { Hello = Path.GetFullPath(args[++i]) },
                "--peer" => options with { Peers = [.. options.Peers, args[++i]] },
                "--runs" => options with { Runs = int.Parse(args[++i]) },
                "--calls" => options with { Calls = int.Parse(args[++i]) },
                "--out" => options with { Output = Path.GetFullPath(args[++i]) },
                var binary => options with { Binary = Path.GetFullPath(binary) },
            };
        }

        return options;
    }
}
