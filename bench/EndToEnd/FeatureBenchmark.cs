using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using ClickUpMcp.Driver;

namespace ClickUpMcp.EndToEndBenchmark;

/// <summary>Starts executables from which features were left out in turns: what each feature adds to a start and to the file.</summary>
internal static class FeatureBenchmark
{
    private const int Rounds = 100;
    private const int WarmUps = 5;

    /// <param name="programs">Executables as <c>NAME=PATH</c>; the first is the one that the others are compared with.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> programs)
    {
        var folder = Directory.CreateTempSubdirectory("bench-").FullName;
        try
        {
            var loadBefore = LoadAverage.Now();
            var files = programs
                .Select(static program => program.Split('=', 2))
                .Select((parts, i) => (Name: parts[0], File: Copy(parts[1], Path.Combine(folder, $"program-{i}"))))
                .ToList();
            var starts = files.Select(static _ => new List<PeerStart>()).ToList();
            Turns.Take(
                Rounds + WarmUps,
                [
                    .. files.Select(
                        (file, i) => (Action)(() => starts[i].Add(StartBenchmark.StartOnce(file.File, "stdio")))
                    ),
                ]
            );

            var rows = files.Select(
                (file, i) => (file.Name, new FileInfo(file.File).Length, starts[i].Skip(WarmUps).ToList())
            );
            var report = Report($"{loadBefore} at the start and {LoadAverage.Now()} at the end", [.. rows]);
            Console.WriteLine(report);
            await File.WriteAllTextAsync(Repository.At("bench", "results", "features.md"), report);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // A fresh copy has all its pages in memory, so a program that has run for long and one just built are measured alike.
    private static string Copy(string from, string to)
    {
        File.Copy(from, to);
        return to;
    }

    private static string Report(string load, List<(string Name, long Bytes, List<PeerStart> Starts)> rows)
    {
        StringBuilder text = new();
        text.Append(
            CultureInfo.InvariantCulture,
            $"""
            # What features add to a start and to the file

            Written by `./build.sh bench features`. {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, load average {load}.
            {Rounds} starts of each in turns, as linked, without a key: spawn until the response to `initialize` in median and least
            milliseconds, its processor time likewise, what is resident after `tools/list`, and the size in MB (10⁶ bytes). The ratio is the
            median of the ratios of each round to the first row. What is left out is left out by `eng/features`: every method that only it calls.

            | program | to `initialize`, ms | ratio | processor, ms | ratio | resident, MiB | ratio | file, MB |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |

            """
        );
        var first = rows[0].Starts;
        foreach (var (name, bytes, starts) in rows)
        {
            Sample time = new(starts.Select(static start => start.Initialize));
            Sample processor = new(starts.Select(static start => start.Processor));
            Sample resident = new(starts.Select(static start => start.Resident / 1024.0));
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {name} | {time.Median:F2}, {time.Minimum:F2} | {Ratio(static start => start.Initialize):F2} "
                    + $"| {processor.Median:F2}, {processor.Minimum:F2} | {Ratio(static start => start.Processor):F2} "
                    + $"| {resident.Median:F2} | {Ratio(static start => start.Resident):F2} | {bytes / 1e6:F1} |\n"
            );

            double Ratio(Func<PeerStart, double> value) =>
                new Sample(starts.Zip(first, (mine, its) => value(mine) / value(its))).Median;
        }

        return text.ToString();
    }
}
