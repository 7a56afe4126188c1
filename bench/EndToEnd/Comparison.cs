using System.Globalization;
using System.Text;

namespace ClickUpMcp.EndToEndBenchmark;

/// <summary>Two binaries measured in turns, as ratios: what the machine does that day is in both.</summary>
internal static class Comparison
{
    private const double BytesPerMiB = 1048576;
    private const double KiBPerMiB = 1024;

    public static string Write(Measured earlier, Measured now)
    {
        var text = new StringBuilder();
        text.Append(
            """

            ## Beside an earlier program

            Measured in turns, start by start and block of calls by block, on fresh copies of both files and against one sandbox. Of starts and
            blocks the medians are shown, and the median of the ratios of each turn. Processor time comes from a clock of nanoseconds.

            | what | earlier | now | now / earlier |
            | --- | ---: | ---: | ---: |

            """
        );
        One("tools listed", static side => side.Start.Tools);
        One("bytes of the list", static side => side.Start.ListBytes);
        Starts("spawn to `initialize` response, ms", static run => run.Initialize);
        Starts("processor time up to it, ms", static run => run.Processor);
        Starts("resident after `tools/list`, MiB", static run => run.Memory.Resident / KiBPerMiB);
        Starts(
            "resident after `prompts/list` and an unknown method too, MiB",
            static run => run.Refused.Resident / KiBPerMiB
        );
        One("size of the binary, MiB", static side => side.Bytes / BytesPerMiB);
        foreach (var (before, after) in earlier.Calls.Zip(now.Calls))
        {
            var what = $"{after.What}, {after.AtOnce} at once";
            Turns($"{what}, calls/s", before.Blocks, after.Blocks, static block => block.CallsPerSecond);
            Turns($"{what}, CPU µs", before.Blocks, after.Blocks, static block => block.ProcessorMicroseconds);
            Row($"{what}, peak MiB", before.Memory.Peak / KiBPerMiB, after.Memory.Peak / KiBPerMiB);
        }

        return text.ToString();

        void One(string what, Func<Measured, double> value) => Row(what, value(earlier), value(now));

        void Starts(string what, Func<StartRun, double> value) =>
            Turns(what, earlier.Start.Runs, now.Start.Runs, value);

        void Turns<T>(string what, IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, double> value) =>
            Row(
                what,
                new Sample(before.Select(value)).Median,
                new Sample(after.Select(value)).Median,
                new Sample(before.Zip(after, (one, other) => value(other) / value(one))).Median
            );

        void Row(string what, double before, double after, double? ratio = null) =>
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {what} | {before:0.##} | {after:0.##} | {ratio ?? after / before:F2} |\n"
            );
    }
}
