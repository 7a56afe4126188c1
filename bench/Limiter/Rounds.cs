using System.Diagnostics;
using ClickUpMcp.EndToEndBenchmark;

namespace ClickUpMcp.LimiterBenchmark;

/// <summary>All measurements of one case in one kind of code, and their medians.</summary>
internal sealed class Rounds(LimiterCase limiterCase)
{
    private readonly List<Measurement> _measurements = [];

    public LimiterCase Case => limiterCase;

    /// <summary>One round in a process of its own, so that no case profits or suffers from what another taught the JIT.</summary>
    public async Task MeasureAsync(string program, params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(program, [.. arguments, "measure", limiterCase.Name])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode} at '{limiterCase.Name}'.");
        }

        _measurements.AddRange(
            output
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(Measurement.Parse)
        );
    }

    public double Median(int threads, Func<Measurement, double> value) =>
        new Sample(_measurements.Where(m => m.Threads == threads).Select(value)).Median;
}
