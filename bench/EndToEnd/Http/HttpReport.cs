using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace ClickUpMcp.EndToEndBenchmark.Http;

/// <summary>The measurements over HTTP as a page of Markdown, the last soak's section below them.</summary>
internal static class HttpReport
{
    private const double KiBPerMiB = 1024;
    private const string SoakTitle = "## Soak";

    /// <param name="load">The machine's load average of the last minute, before and after.</param>
    /// <param name="rows">Requests of both eras.</param>
    /// <param name="idle">Sessions that nobody uses, the fewest first.</param>
    /// <param name="comparisons">Us and the SDK.</param>
    public static string Write(
        string load,
        IReadOnlyList<LoadRow> rows,
        IReadOnlyList<IdleResult> idle,
        IReadOnlyList<SideBySide> comparisons
    )
    {
        var text = new StringBuilder();
        Line(
            $"""
            # Over HTTP: the native binary under load

            Written by `./build.sh bench http`. {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, load average {load}.
            The client, the server and the sandbox that plays ClickUp (a process of its own, its rate limit off) share these cores on the
            loopback, so with many connections each gets a part of them: what one request costs the server is its processor time. Each row
            is a server of its own, 1 s to warm up and 2.5 s measured; the audit is written, to `/dev/null`.

            ## Load

            | request | era | connections | requests/s | p50 ms | p99 ms | server CPU µs | client CPU µs | response bytes | resident MiB |
            | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            """
        );
        foreach (var (what, era, result) in rows)
        {
            Line(
                $"| {what} | {era} | {result.Connections} | {result.RequestsPerSecond:F0} | {Number(result.Latency.Median)} "
                    + $"| {Number(result.Latency.Percentile(0.99))} | {Micro(result.ServerMilliseconds)} | {Micro(result.ClientMilliseconds)} "
                    + $"| {result.ResponseBytes} | {Mebi(result.Memory.Resident)} |"
            );
        }

        Line(
            """

            ## Idle sessions

            Opened by `initialize` and not used, the connections closed; every row has the same traffic, the sessions that it does not keep
            are deleted at once.

            | sessions | resident MiB, one tenant | bytes a session | resident MiB, a token each | bytes a session |
            | ---: | ---: | ---: | ---: | ---: |
            """
        );
        foreach (var row in idle)
        {
            Line(
                $"| {row.Sessions} | {Mebi(row.OneTenant)} | {Each(row.OneTenant - idle[0].OneTenant, row.Sessions)} "
                    + $"| {Mebi(row.OwnTenants)} | {Each(row.OwnTenants - idle[0].OwnTenants, row.Sessions)} |"
            );
        }

        Line(
            """

            ## Beside the official TypeScript SDK

            `@modelcontextprotocol/sdk` on Node, stateless and with plain JSON responses, without a web framework, one tool that returns its
            argument ([sdk-server.mjs](../EndToEnd/sdk-server.mjs)). The factor says how many times as many requests ours serves.

            | request | connections | ours/s | SDK/s | factor | ours p99 ms | SDK p99 ms | ours CPU µs | SDK CPU µs | ours MiB | SDK MiB |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            """
        );
        foreach (var (what, ours, sdk) in comparisons)
        {
            Line(
                $"| {what} | {ours.Connections} | {ours.RequestsPerSecond:F0} | {sdk.RequestsPerSecond:F0} "
                    + $"| {ours.RequestsPerSecond / sdk.RequestsPerSecond:F1} | {Number(ours.Latency.Percentile(0.99))} "
                    + $"| {Number(sdk.Latency.Percentile(0.99))} | {Micro(ours.ServerMilliseconds)} | {Micro(sdk.ServerMilliseconds)} "
                    + $"| {Mebi(ours.Memory.Resident)} | {Mebi(sdk.Memory.Resident)} |"
            );
        }

        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');
    }

    /// <summary>The section of a soak.</summary>
    public static string Write(SoakResult soak)
    {
        var counts = string.Join(", ", soak.Counts.Select(count => $"{count.Value} {count.Key}"));
        return $"""
            {SoakTitle}

            Written by `./build.sh bench soak {soak.Minutes}`: {SoakBenchmark.Connections} connections for {soak.Minutes} min, load average {LoadAverage.Now()}. Resident memory every
            {SoakBenchmark.SampleEvery.TotalSeconds:F0} s; the first third is warm-up. It fails if the last third's median is more than {SoakResult.AllowedGrowth:P0} above the second's.

            | | |
            | --- | --- |
            | actions | {counts} |
            | responses that should not have been | {soak.Unexpected} |
            | median resident of the thirds, MiB | {string.Join(", ", soak.Thirds.Select(Number))} |
            | most, MiB | {Number(soak.Most)} |
            | fitted slope after the warm-up, KiB a minute | {Number(soak.Slope * KiBPerMiB)} |
            | growth of the last third | {soak.Growth:P1} |

            """;
    }

    /// <summary>Replaces the measurements of a page and leaves its soak, or the other way round.</summary>
    public static async Task SaveAsync(string path, string part)
    {
        var old = File.Exists(path) ? await File.ReadAllTextAsync(path) : "";
        var at = old.IndexOf(SoakTitle, StringComparison.Ordinal);
        var (measured, soak) = at < 0 ? (old, "") : (old[..at], old[at..]);
        (measured, soak) = part.StartsWith(SoakTitle, StringComparison.Ordinal) ? (measured, part) : (part, soak);
        string[] parts = [measured.TrimEnd(), soak.TrimEnd()];
        await File.WriteAllTextAsync(path, string.Join("\n\n", parts.Where(text => text.Length > 0)) + "\n");
    }

    private static string Each(long? difference, int sessions) =>
        sessions == 0 ? "" : $"{difference * KiBPerMiB / sessions:F0}";

    private static string Mebi(long? kibi) => kibi is { } known ? Number(known / KiBPerMiB) : "";

    private static string Micro(double milliseconds) => $"{milliseconds * 1000:F0}";

    private static string Number(double value) => value.ToString("F2", CultureInfo.InvariantCulture);
}
