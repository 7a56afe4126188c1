using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace ClickUpMcp.EndToEndBenchmark;

/// <summary>The measurements as a page of Markdown.</summary>
internal static class Report
{
    private const double KiBPerMiB = 1024;
    private const double BytesPerMiB = 1048576;

    /// <param name="options">What was measured.</param>
    /// <param name="load">The machine's load average of the last minute, before and after.</param>
    /// <param name="now">What was measured of the binary.</param>
    /// <param name="jobs">Large jobs of the binary.</param>
    /// <param name="earlier">The same of another one, if there is one to compare with.</param>
    /// <param name="hanging">The end with a hanging call, in ms.</param>
    /// <param name="pipe">The floor of a start, in ms.</param>
    /// <param name="peers">The starts of other programs.</param>
    public static string Write(
        BenchmarkOptions options,
        string load,
        Measured now,
        IReadOnlyList<JobResult> jobs,
        Measured? earlier,
        Sample hanging,
        Sample pipe,
        IReadOnlyList<PeerResult> peers
    )
    {
        var start = now.Start;
        var text = new StringBuilder();
        Line(
            $"""
            # End to end: the native binary from outside

            Written by `./build.sh bench`. {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, load average {load}.
            Times are wall clock, seen by the client: from just before the spawn until the last byte of the response was read. Client,
            server and sandbox share the cores.

            ## Start

            {options.Runs} starts of `clickup-mcp stdio` without a key, {start.Tools} tools, a list of {start.ListBytes} bytes, each in turns with the other programs below.

            | what | median | least | most |
            | --- | ---: | ---: | ---: |
            """
        );
        Row("spawn to `initialize` response, ms", start.Initialize, 1);
        Row("spawn to `tools/list` response, ms", start.List, 1);
        Row("`tools/list` alone, ms", start.ListAlone, 1);
        Row("processor time up to the response to `initialize`, ms", start.Processor, 1);
        Row("the same spawn and pipes with `cat`, ms (floor)", pipe, 1);
        Row("end of stdin to exit, ms", start.Exit, 1);
        Row("end of stdin to exit, a call hanging in ClickUp, ms", hanging, 1);
        Row("resident after `tools/list`, MiB", start.Resident, KiBPerMiB);
        Row("resident after `prompts/list` and an unknown method too, MiB", start.Refused, KiBPerMiB);
        Row("peak resident after `tools/list`, MiB", start.Peak, KiBPerMiB);
        Line($"| size of the binary, MiB | {Number(now.Bytes / BytesPerMiB)} | | |");
        Line(
            """

            Other programs in the same run, medians, and how many times ours that is:

            | program | spawn to `initialize`, ms | spawn to `tools/list`, ms | resident after it, MiB | file, MiB |
            | --- | ---: | ---: | ---: | ---: |
            """
        );
        foreach (var peer in peers)
        {
            Line(
                $"| {peer.Name} | {Beside(peer.Initialize, start.Initialize, 1)} | {Beside(peer.List, start.List, 1)} "
                    + $"| {Beside(peer.Resident, start.Resident, KiBPerMiB)} | {Number(peer.Bytes / BytesPerMiB)} |"
            );
        }

        Line(
            """

            Not built, and so measured elsewhere: the quickest native peer (clickup-cli 0.6.7 in Rust, 143 tools) needs 260 crates from crates.io. It takes
            6.3 ms to its `initialize` response and 8.2 MiB after its list. `--peer BINARY` or `--peer 'NAME:COMMAND ARGUMENT…'` measures another one here.

            Of the resident memory, in MiB:

            | code of the executable | its data | shared libraries | heap, stacks, runtime |
            | ---: | ---: | ---: | ---: |
            """
        );
        Line(
            $"| {Number(start.Split.Code / KiBPerMiB)} | {Number(start.Split.Data / KiBPerMiB)} "
                + $"| {Number(start.Split.Libraries / KiBPerMiB)} | {Number(start.Split.Own / KiBPerMiB)} |"
        );
        Line(
            """

            ## Calls

            Against the sandbox in a process of its own, its rate limit off. `CPU` is the server's processor time of one call in µs, the median of the
            blocks of calls and the least.

            | call | at once | p50 ms | p99 ms | calls/s | CPU µs | response bytes | resident MiB | peak MiB |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            """
        );
        foreach (var call in now.Calls)
        {
            Line(
                $"| {call.What} | {call.AtOnce} | {Number(call.Latency.Median)} | {Number(call.Latency.Percentile(0.99))} "
                    + $"| {call.CallsPerSecond.Median:F0} | {call.Processor.Median:F0}, {call.Processor.Minimum:F0} | {call.ResponseBytes} "
                    + $"| {Number(call.Memory.Resident / KiBPerMiB)} | {Number(call.Memory.Peak / KiBPerMiB)} |"
            );
        }

        Line(
            """

            Large jobs over stdio, each by a server of its own:

            | job | seconds | resident MiB | peak MiB |
            | --- | ---: | ---: | ---: |
            """
        );
        foreach (var job in jobs)
        {
            Line(
                $"| {job.What} | {Number(job.Seconds)} | {Number(job.Memory.Resident / KiBPerMiB)} | {Number(job.Memory.Peak / KiBPerMiB)} |"
            );
        }

        text.Append(earlier is null ? "" : Comparison.Write(earlier, now)).Append('\n').Append(Explanation.Text);
        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');

        void Row(string what, Sample sample, double unit) =>
            Line(
                $"| {what} | {Number(sample.Median / unit)} | {Number(sample.Minimum / unit)} | {Number(sample.Maximum / unit)} |"
            );
    }

    private static string Beside(Sample theirs, Sample ours, double unit) =>
        $"{Number(theirs.Median / unit)} ({Number(theirs.Median / ours.Median)}×)";

    private static string Number(double value) => value.ToString("F2", CultureInfo.InvariantCulture);
}
