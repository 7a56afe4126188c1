using System.Diagnostics;
using ClickUpMcp.Driver;
using ClickUpMcp.OpenApi;

namespace ClickUpMcp.Build;

/// <summary>Runs the executables of all test projects and adds up what they report.</summary>
internal static class TestRunner
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(20);

    // Seconds after which the log names a test that has not ended, so that one that hangs is known by its name.
    private const string LongRunning = "240";

    /// <param name="only">Names of the projects to run; all when empty.</param>
    /// <param name="environment">Variables for the test programs, such as the executables they drive.</param>
    /// <param name="filter">What of their tests runs, as xunit's runner takes it; all when empty.</param>
    /// <returns>The exit code for the build program.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyCollection<string> only,
        IReadOnlyDictionary<string, string?> environment,
        params IReadOnlyCollection<string> filter
    )
    {
        var projects = Projects().Where(name => only.Count == 0 || only.Contains(name)).ToList();
        if (projects.Count == 0)
        {
            throw new BuildFailedException("No test project matches.");
        }

        var results = Path.Combine(Repository.Artifacts, "test-results");
        Directory.CreateDirectory(results);
        List<TestReport> reports = [];
        foreach (var project in projects)
        {
            reports.Add(await RunAsync(project, results, environment, filter));
        }

        // Elsewhere some tests have no such devices, modes or signals.
        var hasEverything = OperatingSystem.IsLinux() && OfficialDocuments.FilesIn(OfficialDocuments.Folder).Count > 0;
        var verdict = TestVerdict.Of(reports, hasEverything);
        foreach (var line in verdict.Lines)
        {
            Console.WriteLine(line);
        }

        return verdict.ExitCode;
    }

    private static IEnumerable<string> Projects() =>
        Directory
            .EnumerateDirectories(Repository.At("tests"))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj"))
            .Select(file => Path.GetFileNameWithoutExtension(file)!)
            .Order(StringComparer.Ordinal);

    private static async Task<TestReport> RunAsync(
        string project,
        string results,
        IReadOnlyDictionary<string, string?> environment,
        IReadOnlyCollection<string> filter
    )
    {
        var program = Path.Combine(
            Repository.Artifacts,
            "bin",
            project,
            "debug",
            OperatingSystem.IsWindows() ? $"{project}.exe" : project
        );
        var file = Path.Combine(results, $"{project}.xml");
        File.Delete(file);
        var started = Stopwatch.GetTimestamp();
        var variables = new Dictionary<string, string?>(environment)
        {
            ["CLICKUP_API_DOCS"] = Environment.GetEnvironmentVariable("CLICKUP_API_DOCS"),
        };
        using var deadline = new CancellationTokenSource(Deadline);
        await using var child = ChildProcess.Start(
            program,
            ["-noLogo", "-noColor", "-longRunning", LongRunning, "-xml", file, .. filter],
            variables
        );
        child.CloseInput();
        var exitCode = await WaitAsync(child, deadline.Token);
        var log = $"{child.Output}{child.Errors}";
        await File.WriteAllTextAsync(Path.Combine(results, $"{project}.log"), log, CancellationToken.None);
        var report = TestReport.Read(project, file, exitCode, log);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine(
            $"{project}: {report.Passed} passed, {report.Failed} failed, {report.Skipped} skipped ({seconds:F1} s)"
        );
        return report;
    }

    private static async Task<int> WaitAsync(ChildProcess child, CancellationToken cancellationToken)
    {
        try
        {
            return await child.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return -1;
        }
    }
}
