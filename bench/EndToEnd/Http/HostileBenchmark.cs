using System.Globalization;
using ClickUpMcp.Driver;
using ClickUpMcp.Driver.Http;

namespace ClickUpMcp.EndToEndBenchmark.Http;

/// <summary>One honest client of the native server, alone and beside eight that attack it in every way at once.</summary>
internal static class HostileBenchmark
{
    private const int UsualSeconds = 60;
    private const double MostP99 = 5;
    private const long MostKiB = 256 * 1024;

    private static string Page => Repository.At("bench", "results", "hostile.md");

    /// <summary>Measures, writes the page, and fails when a call of the honest client fails or takes too long.</summary>
    public static async Task<int> RunAsync(string binary, IReadOnlyList<string> options)
    {
        var seconds = options is [var given] ? int.Parse(given, CultureInfo.InvariantCulture) : UsualSeconds;
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds((3 * seconds) + 180));
        var load = LoadAverage.Now();
        await using var neighbourhood = await HostileNeighbourhood.StartAsync(binary, deadline.Token);
        var idle = neighbourhood.Memory.Resident;
        var quiet = await neighbourhood.HonestAsync(TimeSpan.FromSeconds(Math.Max(5, seconds / 4)), deadline.Token);
        var floor = await FloorAsync(binary, neighbourhood, seconds, deadline.Token);
        await using var attackers = await AttackProcess.StartAsync(neighbourhood.Address, deadline.Token);
        var beside = await neighbourhood.HonestAsync(TimeSpan.FromSeconds(seconds), deadline.Token);
        var peak = neighbourhood.Memory.Peak;
        var rounds = await AttackProcess.EndAsync(attackers, deadline.Token);
        var after = await neighbourhood.ShrunkAsync((long)(idle * 1.3), TimeSpan.FromSeconds(90), deadline.Token);
        var report = Write(load, seconds, quiet, floor, beside, rounds, idle, peak, after);
        Console.WriteLine(report);
        await File.WriteAllTextAsync(Page, report, deadline.Token);
        var isFine = beside.Failed == 0 && beside.P99 <= MostP99 * quiet.P99 && peak <= MostKiB && after <= idle * 1.3;
        return isFine ? 0 : 1;
    }

    /// <summary>The honest client of this server while the attackers have another process of it: the same load of the machine, and nothing shared.</summary>
    private static async Task<HonestResult> FloorAsync(
        string binary,
        HostileNeighbourhood neighbourhood,
        int seconds,
        CancellationToken cancellationToken
    )
    {
        await using var other = await HostileNeighbourhood.StartAsync(binary, cancellationToken);
        await using var attackers = await AttackProcess.StartAsync(other.Address, cancellationToken);
        var floor = await neighbourhood.HonestAsync(TimeSpan.FromSeconds(seconds), cancellationToken);
        await AttackProcess.EndAsync(attackers, cancellationToken);
        return floor;
    }

    private static string Write(
        string load,
        int seconds,
        HonestResult quiet,
        HonestResult floor,
        HonestResult beside,
        IReadOnlyDictionary<string, int> rounds,
        long idle,
        long peak,
        long after
    ) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            # A hostile neighbourhood

            Written by `dotnet run -c Release --project bench/EndToEnd -- hostile BINARY`; load average {load} at the start. Clients, server and the sandbox
            that plays ClickUp share two cores. The honest client calls `get_task` every 20 ms, first alone, then for {seconds} s beside eight
            clients with bearer tokens of their own, each of which makes the attacks below one after the other without a pause. They are a process
            of the lowest priority: on machines of their own they would not take the server's cores for making requests.

            | honest client | calls | failed | p50 ms | p99 ms | most ms |
            | --- | ---: | ---: | ---: | ---: | ---: |
            | alone | {quiet.Calls} | {quiet.Failed} | {quiet.P50:F2} | {quiet.P99:F2} | {quiet.Most:F2} |
            | while another server is attacked | {floor.Calls} | {floor.Failed} | {floor.P50:F2} | {floor.P99:F2} | {floor.Most:F2} |
            | beside the attacks | {beside.Calls} | {beside.Failed} | {beside.P50:F2} | {beside.P99:F2} | {beside.Most:F2} |

            p99 beside the attacks is {beside.P99
                / quiet.P99:F1} times that of the quiet server; it may be {MostP99:F0} times. The second row is what the load of the machine costs alone: the same
            attackers at another process of the server, on the same two cores; p99 beside the attacks is {beside.P99
                / floor.P99:F1} times that.

            | resident memory | MiB |
            | --- | ---: |
            | before | {idle / 1024.0:F1} |
            | most (may be 256) | {peak / 1024.0:F1} |
            | within 90 s after (may be 1.3 times that before) | {after / 1024.0:F1} |

            | attack | rounds |
            | --- | ---: |
            {string.Join('\n', rounds.Select(static round => $"| {round.Key} | {round.Value} |"))}

            """
        );
}
