using System.Globalization;
using System.Text;
using ClickUpMcp.Driver;

namespace ClickUpMcp.MutationBenchmark;

/// <summary>The table of the areas and the list of what survived; a run of some areas renews their part and leaves the others.</summary>
internal static class MutationReport
{
    private const string Head = """
        # Faults that tests notice

        Written by `./build.sh bench mutation [COUNT] [AREA…]`. Each mutant is one small fault in the server: a condition turned round, a bound moved by
        one, a statement left out, plus for minus. All are compiled into one copy of the program; a run of the tests switches one on. Of the mutants
        that an area's tests reach at all, COUNT are tried, evenly spread. A mutant counts as noticed when a test fails, the program ends, or the tests
        take five times as long. Only the area's own tests are run, so the whole suite may notice more. A run that is ended
        early has tried fewer than COUNT.
        """;

    private const string TableHead = """
        | area | mutants | reached by its tests | tried | noticed | score |
        | --- | ---: | ---: | ---: | ---: | ---: |
        """;

    private static string PathOf => Repository.At("bench", "results", "mutation.md");

    /// <summary>Writes what became of an area's mutants.</summary>
    public static void Write(AreaResult result)
    {
        SortedDictionary<string, (string Row, List<string> Survivors)> areas = Read();
        int noticed = result.Tried - result.Survivors.Count;
        areas[result.Area.Name] = (
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {result.Area.Name} | {result.Found:N0} | {result.Reached:N0} | {result.Tried:N0} | {noticed:N0} | {100.0 * noticed / Math.Max(1, result.Tried):F0} % |"
            ),
            [
                .. result.Survivors.Select(static mutant =>
                    $"* `{mutant.File}` {mutant.Line}, {mutant.Change}: `{mutant.Code}`"
                ),
            ]
        );
        StringBuilder page = new();
        page.Append(Head).Append("\n\n").Append(TableHead).Append('\n');
        page.AppendJoin('\n', areas.Values.Select(static area => area.Row)).Append('\n');
        foreach ((string name, (_, List<string> survivors)) in areas)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## Not noticed in {name}\n\n");
            page.AppendJoin('\n', survivors is [] ? ["Nothing."] : survivors).Append('\n');
        }

        File.WriteAllText(PathOf, page.ToString());
    }

    private static SortedDictionary<string, (string Row, List<string> Survivors)> Read()
    {
        SortedDictionary<string, (string Row, List<string> Survivors)> areas = new(StringComparer.Ordinal);
        string section = "";
        foreach (string line in File.Exists(PathOf) ? File.ReadAllLines(PathOf) : [])
        {
            if (
                MutatedArea.All.FirstOrDefault(area => line.StartsWith($"| {area.Name} |", StringComparison.Ordinal)) is
                { } row
            )
            {
                areas[row.Name] = (line, []);
            }
            else if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                section = line.Split(' ')[^1];
            }
            else if (line.StartsWith("* ", StringComparison.Ordinal) && areas.TryGetValue(section, out var area))
            {
                area.Survivors.Add(line);
            }
        }

        return areas;
    }
}
