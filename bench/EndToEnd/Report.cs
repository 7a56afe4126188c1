using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace ClickUpMcp.EndToEndBenchmark;

/// <summary>The measurements as a page of Markdown.</summary>
internal static class Report
{
    private const double KiBPerMiB = 1024;
    private const double BytesPerMiB = 1048576;

    public static string Write(string binary, int runs, StartResult start, Sample pipe, IReadOnlyList<CallResult> calls)
    {
        var text = new StringBuilder();
        Line(
            $"""
            # End to end: the native binary from outside

            Written by `./build.sh bench`. {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores. Times are wall clock, seen by
            the client; client, server and sandbox share the cores.

            ## Start

            Medians of {runs} starts of `clickup-mcp stdio` without a key, {start.Tools} tools, a list of {start.ListBytes} bytes.

            | what | median | least | most |
            | --- | ---: | ---: | ---: |
            """
        );
        Row("spawn to `initialize` answer, ms", start.Initialize, 1);
        Row("spawn to `tools/list` answer, ms", start.List, 1);
        Row("`tools/list` alone, ms", start.ListAlone, 1);
        Row("end of stdin to exit, ms", start.Exit, 1);
        Row("the same spawn and pipes with `cat`, ms (floor)", pipe, 1);
        Row("resident after `tools/list`, MiB", start.Resident, KiBPerMiB);
        Row("peak resident until then, MiB", start.Peak, KiBPerMiB);
        Line($"| size of the binary, MiB | {Number(new FileInfo(binary).Length / BytesPerMiB)} | | |");
        Line(
            """

            ## Calls

            Against the sandbox in a process of its own, its rate limit off.

            | call | at once | p50 ms | p99 ms | calls/s | answer bytes | resident MiB | peak MiB |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            """
        );
        foreach (var call in calls)
        {
            Line(
                $"| {call.What} | {call.AtOnce} | {Number(call.Latency.Median)} | {Number(call.Latency.Percentile(0.99))} "
                    + $"| {call.CallsPerSecond:F0} | {call.AnswerBytes} "
                    + $"| {Number(call.Memory.Resident / KiBPerMiB)} | {Number(call.Memory.Peak / KiBPerMiB)} |"
            );
        }

        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');

        void Row(string what, Sample sample, double unit) =>
            Line(
                $"| {what} | {Number(sample.Median / unit)} | {Number(sample.Minimum / unit)} | {Number(sample.Maximum / unit)} |"
            );
    }

    private static string Number(double value) => value.ToString("F2", CultureInfo.InvariantCulture);
}
