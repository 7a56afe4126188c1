using System.Globalization;
using ClickUpMcp.Hosting;

namespace ClickUpMcp.Cli.Audit;

/// <summary><c>audit verify</c>: says of each line that does not follow on from the one before.</summary>
internal static class VerifyWord
{
    private const int MostShown = 20;

    public static VerbFlag ExpectFlag { get; } =
        new("expect", "CHAIN", "what an earlier audit verify said was the last line; fails when that is gone");

    public static int Run(
        CommandArguments arguments,
        ServerOptions options,
        IAuditLines lines,
        CliEnvironment environment
    )
    {
        ChainCheck check = new(new AuditChain(new Lazy<byte[]>(() => lines.FindKey(options))));
        int problems = 0;
        foreach ((string file, int number, string line) in lines.Lines())
        {
            if (check.Read(line) is { } problem && ++problems <= MostShown)
            {
                environment.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}:{number}: {problem}"));
            }
        }

        if (problems > MostShown)
        {
            environment.WriteLine($"and {problems - MostShown} more");
        }

        if (arguments.Flag(ExpectFlag.Name) is { } expected && !check.Has(expected))
        {
            problems++;
            environment.WriteLine(
                "The line that was expected is not there: lines were removed, or it was deleted for its age."
            );
        }

        environment.WriteLine(Sum(check, problems));
        return problems == 0 ? ExitCode.Ok : ExitCode.Failed;
    }

    private static string Sum(ChainCheck check, int problems)
    {
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"{check.Lines} lines of {check.Runs} runs: {(problems == 0 ? "each follows on" : $"{problems} problems")}."
        );
        text +=
            check.Cut > 0 ? $" Of {check.Cut} runs the first lines are not here, as when old parts were deleted." : "";
        return check.Last is { } last
            ? $"{text}\nLast: {last} (kept elsewhere, it proves later with --expect that nothing was cut off)"
            : text;
    }
}
