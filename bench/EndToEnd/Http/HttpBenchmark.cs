using System.Globalization;
using ClickUpMcp.Driver;

namespace ClickUpMcp.EndToEndBenchmark.Http;

/// <summary>The benchmarks over HTTP, from the command line to the page.</summary>
internal static class HttpBenchmark
{
    private const int UsualMinutes = 10;

    private static string Page => Repository.At("bench", "results", "http.md");

    /// <summary>Load, idle sessions and the comparison.</summary>
    public static async Task<int> RunAsync(string binary)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        var before = LoadAverage.Now();
        await using var sandbox = await SandboxProcess.StartAsync(binary, ["--rate", "0"], deadline.Token);
        var rows = await LoadBenchmark.RunAsync(binary, sandbox, deadline.Token);
        var comparisons = await LoadBenchmark.CompareAsync(binary, sandbox, rows, deadline.Token);
        var idle = await IdleBenchmark.RunAsync(binary, sandbox, deadline.Token);
        var report = HttpReport.Write(
            $"{before} at the start and {LoadAverage.Now()} at the end",
            rows,
            idle,
            comparisons
        );
        Console.WriteLine(report);
        await HttpReport.SaveAsync(Page, report);
        return 0;
    }

    /// <summary>Many minutes of everything; fails when memory grows.</summary>
    public static async Task<int> SoakAsync(string binary, IReadOnlyList<string> options)
    {
        var minutes = options is [var given] ? int.Parse(given, CultureInfo.InvariantCulture) : UsualMinutes;
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(minutes + 5));
        var soak = await SoakBenchmark.RunAsync(binary, minutes, deadline.Token);
        var report = HttpReport.Write(soak);
        Console.WriteLine(report);
        await HttpReport.SaveAsync(Page, report);
        return soak.IsFlat ? 0 : 1;
    }
}
