using System.Globalization;
using System.Text;
using ClickUpMcp.Driver;

namespace ClickUpMcp.FuzzBenchmark;

/// <summary>The table of what was run; a run of some targets renews their rows and leaves the others.</summary>
internal static class FuzzReport
{
    private const string Head = """
        # Fuzzing with guidance by coverage

        Written by `./build.sh bench fuzz [EXECUTIONS] [TARGET…]`: mutations of kept inputs, each run in process against code that
        SharpFuzz has instrumented; an input that takes a new branch is kept. No input failed; one that does ends the run and is shown.

        | target | executions | per second | branches | inputs that took a new one | slowest input, ms |
        | --- | ---: | ---: | ---: | ---: | ---: |
        """;

    private static string PathOf => Repository.At("bench", "results", "fuzz.md");

    /// <summary>Writes the rows of targets that were run.</summary>
    public static void Write(IEnumerable<FuzzResult> results)
    {
        SortedDictionary<string, string> rows = new(StringComparer.Ordinal);
        foreach (string line in File.Exists(PathOf) ? File.ReadAllLines(PathOf) : [])
        {
            if (line.StartsWith("| `", StringComparison.Ordinal))
            {
                rows[line.Split('`')[1]] = line;
            }
        }

        foreach (FuzzResult result in results)
        {
            rows[result.Target] = string.Create(
                CultureInfo.InvariantCulture,
                $"| `{result.Target}` | {result.Executions:N0} | {result.Executions / result.Seconds:N0} | {result.Edges:N0} | {result.Inputs:N0} | {result.SlowestMilliseconds:N0} |"
            );
        }

        StringBuilder page = new();
        page.Append(Head).Append('\n').AppendJoin('\n', rows.Values).Append('\n');
        File.WriteAllText(PathOf, page.ToString());
    }
}
