using System.Globalization;
using System.Text;

namespace ClickUpMcp.EndToEndBenchmark;

/// <summary>Two binaries measured in one run, as ratios: what the machine does that day is in both.</summary>
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

            Measured in the same run, one after the other.

            | what | earlier | now | now / earlier |
            | --- | ---: | ---: | ---: |

            """
        );
        Row("tools listed", side => side.Start.Tools);
        Row("bytes of the list", side => side.Start.ListBytes);
        Row("spawn to `initialize` response, ms, median", side => side.Start.Initialize.Median);
        Row("spawn to `initialize` response, ms, least", side => side.Start.Initialize.Minimum);
        Row("resident after `tools/list`, MiB", side => side.Start.Resident.Median / KiBPerMiB);
        Row(
            "resident after `prompts/list` and an unknown method too, MiB",
            side => side.Start.Refused.Median / KiBPerMiB
        );
        Row("size of the binary, MiB", side => side.Bytes / BytesPerMiB);
        foreach (var (what, atOnce) in now.Calls.Select(call => (call.What, call.AtOnce)))
        {
            Row($"{what}, {atOnce} at once, calls/s", side => Call(side).CallsPerSecond);
            Row($"{what}, {atOnce} at once, CPU ms", side => Call(side).ProcessorMilliseconds);

            CallResult Call(Measured side) => side.Calls.First(call => (call.What, call.AtOnce) == (what, atOnce));
        }

        return text.ToString();

        void Row(string what, Func<Measured, double> value) =>
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {what} | {value(earlier):0.##} | {value(now):0.##} | {value(now) / value(earlier):F2} |\n"
            );
    }
}
