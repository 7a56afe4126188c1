using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using ClickUpMcp.EndToEndBenchmark;

namespace ClickUpMcp.LimiterBenchmark;

/// <summary>Measures every case as JIT and as native code in turn, and writes the medians as a page of Markdown.</summary>
internal static class Report
{
    private const int RoundCount = 5;
    private const string File = "bench/results/rate-limiter.md";

    public static async Task WriteAsync(string native)
    {
        string loadBefore = LoadAverage.Now();
        List<Rounds> jitted = [.. LimiterCase.All.Select(c => new Rounds(c))];
        List<Rounds> compiled = [.. LimiterCase.All.Select(c => new Rounds(c))];
        for (int round = 1; round <= RoundCount; round++)
        {
            Console.WriteLine($"Round {round} of {RoundCount}");
            foreach ((Rounds jit, Rounds aot) in jitted.Zip(compiled))
            {
                await jit.MeasureAsync(Environment.ProcessPath!);
                await aot.MeasureAsync(native);
            }
        }

        StringBuilder text = new();
        text.Append(
            CultureInfo.InvariantCulture,
            $"""
            # Rate limiter: what an acquire costs

            Written by `./build.sh bench limiter`. {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription},
            load average {loadBefore} at the start and {LoadAverage.Now()} at the end (the measurement itself keeps both cores busy).
            *Native* is NativeAOT with the server's own settings. Medians of {RoundCount} rounds; each row and round is a process of its own,
            JIT and native in turn. Threads acquire from one limiter at full speed, without a pause, for 50 ms,
            thread by thread tied to the processors in turn, so that they meet. *B* is what an
            acquire allocates.


            """
        );
        Explanation.Append(text);
        Table(
            text,
            "Elapsed time",
            "ns on the wall clock ÷ acquires of all threads together, by number of threads",
            m => m.Elapsed
        );
        Table(text, "Processor time", "ns of processor time ÷ acquires, by number of threads", m => m.Processor);
        Ratios(text);
        await System.IO.File.WriteAllTextAsync(File, text.ToString().TrimEnd() + "\n");
        Console.WriteLine($"Written to {File}");

        void Table(StringBuilder to, string title, string unit, Func<Measurement, double> value)
        {
            to.Append(CultureInfo.InvariantCulture, $"## {title}\n\n{unit[..1].ToUpperInvariant()}{unit[1..]}.\n\n");
            Head(to, " B |", " ---: |");
            foreach ((Rounds jit, Rounds aot) in jitted.Zip(compiled))
            {
                Row(
                    to,
                    jit.Case.Name,
                    Cells(jit, value).Concat(Cells(aot, value)).Append(Number(aot.Median(1, m => m.Bytes), "F0"))
                );
            }

            to.Append('\n');
        }

        void Ratios(StringBuilder to)
        {
            to.Append("## Times as quick as the framework\n\n");
            to.Append(
                "Acquires per second ÷ those of `TokenBucketRateLimiter` with the same outcome; by key: ÷ the framework's partitions.\n\n"
            );
            Head(to, "", "");
            foreach (
                (Rounds jit, Rounds aot) in jitted.Zip(compiled).Where(p => p.First.Case.Name != p.First.Case.Rival)
            )
            {
                Row(to, jit.Case.Name, Quotients(jit, jitted).Concat(Quotients(aot, compiled)));
            }
        }
    }

    private static void Head(StringBuilder text, string lastHead, string lastRule)
    {
        IEnumerable<string> heads =
            from kind in (string[])["JIT", "native"]
            from threads in Measurement.ThreadCounts
            select string.Create(CultureInfo.InvariantCulture, $" {kind} {threads} |");
        text.Append("| |").AppendJoin("", heads).Append(lastHead).Append('\n');
        text.Append("| --- |")
            .Insert(text.Length, " ---: |", 2 * Measurement.ThreadCounts.Count)
            .Append(lastRule)
            .Append('\n');
    }

    private static void Row(StringBuilder text, string name, IEnumerable<string> cells) =>
        text.Append(CultureInfo.InvariantCulture, $"| {name} | ").AppendJoin(" | ", cells).Append(" |\n");

    private static IEnumerable<string> Cells(Rounds rounds, Func<Measurement, double> value) =>
        Measurement.ThreadCounts.Select(t => Number(rounds.Median(t, value), "F1"));

    private static IEnumerable<string> Quotients(Rounds rounds, List<Rounds> all)
    {
        Rounds rival = all.First(r => r.Case.Name == rounds.Case.Rival);
        return Measurement.ThreadCounts.Select(t =>
            Number(rival.Median(t, m => m.Elapsed) / rounds.Median(t, m => m.Elapsed), "F2")
        );
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
