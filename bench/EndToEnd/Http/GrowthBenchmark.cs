using System.Diagnostics;
using System.Globalization;
using ClickUpMcp.Driver;
using ClickUpMcp.Driver.Http;

namespace ClickUpMcp.EndToEndBenchmark.Http;

/// <summary>The processor time that the native server spends on requests of each kind, by their size.</summary>
internal static class GrowthBenchmark
{
    // So that what happens once in a while weighs what it costs.
    private static readonly TimeSpan Enough = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>What a byte of a large request may cost more than one of a small request, on a machine that does other things too.</summary>
    private const double MostGrowth = 2;

    private static string Page => Repository.At("bench", "results", "growth.md");

    /// <summary>Measures, writes the page, and fails when a kind costs more than in proportion.</summary>
    public static async Task<int> RunAsync(string binary)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(30));
        var load = LoadAverage.Now();
        await using var server = await HttpServerProcess.StartAsync(
            binary,
            ["--sandbox", "--audit", "none"],
            new Dictionary<string, string?>
            {
                ["CLICKUP_MCP_CALLS_PER_MINUTE"] = "0",
                ["CLICKUP_MCP_UPSTREAM_PER_MINUTE"] = "0",
            },
            deadline.Token
        );
        List<GrowthRow> rows = [];
        foreach (var kind in SizedRequest.All)
        {
            var row = await MeasureAsync(server, kind, deadline.Token);
            Console.WriteLine($"{row.Kind}: {string.Join(", ", row.Microseconds)} ({row.Growth:F2})");
            rows.Add(row);
        }

        await File.WriteAllTextAsync(Page, Write(load, rows), deadline.Token);
        return rows.TrueForAll(static row => row.Growth <= MostGrowth) ? 0 : 1;
    }

    private static async Task<GrowthRow> MeasureAsync(
        HttpServerProcess server,
        SizedRequest kind,
        CancellationToken cancellationToken
    )
    {
        List<double> costs = [];
        var status = 0;
        foreach (var factor in SizedRequest.Factors)
        {
            var request = kind.Make(server.Address, kind.Size * factor);
            var target = new AttackTarget(server.Address, "", Scale: 1, cancellationToken);
            status = await target.SendAsync(request);
            var start = server.ProcessorTime;
            var watch = Stopwatch.StartNew();
            var count = 0;
            TimeSpan spent;
            do
            {
                await target.SendAllAsync(Enumerable.Repeat(request, 20));
                count += 20;
                spent = server.ProcessorTime - start;
            } while (spent < Enough && watch.Elapsed < Longest);

            costs.Add(spent.TotalMicroseconds / count);
        }

        return new GrowthRow(kind.Name, kind.Size, status, [.. costs]);
    }

    private static string Write(string load, IReadOnlyList<GrowthRow> rows) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            # Processor time by the size of a request

            Written by `./build.sh bench growth`; load average {load} at the start. The native server's own processor time for one request over HTTP,
            connection included where it is refused with the end of one. Sizes are those of what the first column names. The last column is what a byte of the largest costs,
            divided by what one of the smallest costs: below 1 what every request costs weighs less and less; {MostGrowth:F0} at most.

            | what is large | bytes | status | 1×, µs | 4×, µs | 16×, µs | growth per byte |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: |
            {string.Join('\n', rows.Select(Line))}

            """
        );

    private static string Line(GrowthRow row) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {row.Kind} | {row.Size:N0} | {row.Status} | {string.Join(" | ", row.Microseconds.Select(static cost => cost.ToString("N0", CultureInfo.InvariantCulture)))} | {row.Growth:F2} |"
        );
}
