using ClickUpMcp.Driver;

namespace ClickUpMcp.MutationBenchmark;

/// <summary>Runs the tests of an area in the mutated copy.</summary>
internal sealed class MutantRun(MutatedTree tree)
{
    private readonly string _program = Path.Combine(
        tree.Root,
        "artifacts",
        "bin",
        "Server.Tests",
        "debug",
        "Server.Tests"
    );

    /// <summary>Runs an area's tests on the program as written.</summary>
    /// <returns>A byte for each mutant, 1 where the tests reached it, and how long the tests took.</returns>
    /// <exception cref="InvalidOperationException">A test fails although no mutant is on.</exception>
    public async Task<(byte[] Reached, TimeSpan Time)> FirstAsync(MutatedArea area)
    {
        string reached = Path.Combine(tree.Root, "reached");
        long start = TimeProvider.System.GetTimestamp();
        CompletedProcess run = await ChildProcess.RunAsync(
            _program,
            Arguments(area),
            new Dictionary<string, string?> { [MutantSwitch.ReachedFile] = reached },
            tree.Root
        );
        return run.ExitCode == 0
            ? (await File.ReadAllBytesAsync(reached), TimeProvider.System.GetElapsedTime(start))
            : throw new InvalidOperationException(run.Output);
    }

    /// <summary>Whether the area's tests notice a mutant: one fails, the program ends, or it takes far longer than before.</summary>
    public async Task<bool> IsNoticedAsync(MutatedArea area, Mutant mutant, TimeSpan usual)
    {
        using CancellationTokenSource deadline = new(usual * 5 + TimeSpan.FromSeconds(60));
        try
        {
            CompletedProcess run = await ChildProcess.RunAsync(
                _program,
                [.. Arguments(area), "-stopOnFail"],
                new Dictionary<string, string?> { [MutantSwitch.Variable] = $"{mutant.Id}" },
                tree.Root,
                deadline.Token
            );
            return run.ExitCode != 0;
        }
        catch (OperationCanceledException)
        {
            // Seen in the list, since a busy machine could be the reason.
            Console.Write("late, ");
            return true;
        }
    }

    private static IEnumerable<string> Arguments(MutatedArea area) =>
        [
            .. area.Namespaces.SelectMany(static name =>
                new[] { "-namespace", $"ClickUpMcp.Tests.{name}", "-namespace", $"ClickUpMcp.Server.Tests.{name}" }
            ),
            "-trait-",
            "Writes=files",
        ];
}
