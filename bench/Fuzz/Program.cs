using System.Globalization;
using ClickUpMcp.Driver;
using ClickUpMcp.FuzzBenchmark;
using ClickUpMcp.Generators.Tests;
using ClickUpMcp.Tests.Fuzz;

const string Instrumented = "--instrumented";
const long Usual = 1_000_000;

if (args is not [Instrumented, ..])
{
    await using ChildProcess child = ChildProcess.Start(Instrumentation.Make(), [Instrumented, .. args]);
    child.CloseInput();
    int exitCode = await child.WaitForExitAsync(CancellationToken.None);
    Console.Write(child.Output);
    Console.Error.Write(child.Errors);
    return exitCode;
}

// Instrumented code counts from its first call on, which is the making of the targets.
new Coverage().Begin();
string[] options = args[1..];
long executions =
    options is [{ } first, ..] && long.TryParse(first, CultureInfo.InvariantCulture, out long given) ? given : Usual;
string[] names = [.. options.Where(static option => !char.IsAsciiDigit(option[0]))];
foreach (IFuzzTarget target in FuzzTargets.All.Append(new SpecTarget()))
{
    if (names.Length > 0 && !names.Contains(target.Name))
    {
        continue;
    }

    Coverage own = new();
    own.Begin();
    FuzzLoop loop = new(target, seed: Environment.TickCount, own.TakeNew);
    long start = TimeProvider.System.GetTimestamp();
    try
    {
        loop.Run(executions);
    }
    catch (FuzzFailureException failure)
    {
        Console.Error.WriteLine(failure.Message);
        return 1;
    }

    double seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    FuzzResult result = new(
        target.Name,
        executions,
        seconds,
        own.Edges,
        loop.Found.Count,
        loop.Slowest.TotalMilliseconds
    );
    Corpus.Write(target.Name, loop.Found);
    FuzzReport.Write([result]);
    Console.WriteLine(result);
}

return 0;
