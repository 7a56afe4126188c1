using System.Globalization;
using ClickUpMcp.MutationBenchmark;

const int Usual = 40;

int count = args is [{ } first, ..] && int.TryParse(first, CultureInfo.InvariantCulture, out int given) ? given : Usual;
string[] names = [.. args.Where(static option => !char.IsAsciiDigit(option[0]))];
MutatedArea[] areas = [.. MutatedArea.All.Where(area => names.Length == 0 || names.Contains(area.Name))];

MutatedTree tree = new();
await tree.BuildAsync(areas);
MutantRun run = new(tree);
foreach (MutatedArea area in areas)
{
    Mutant[] own =
    [
        .. tree.Compiled.Where(mutant => mutant.File.StartsWith(area.Folder + "/", StringComparison.Ordinal)),
    ];
    (byte[] flags, TimeSpan usual) = await run.FirstAsync(area);
    Mutant[] reached = [.. own.Where(mutant => flags[mutant.Id] != 0)];
    int most = Math.Min(count, reached.Length);
    Console.WriteLine($"{area.Name}: {own.Length} mutants, {reached.Length} reached in {usual.TotalSeconds:F0} s.");
    List<Mutant> survivors = [];
    int tried = 0;
    foreach (int n in Spread.Order(most))
    {
        Mutant mutant = reached[n * reached.Length / most];
        bool noticed = await run.IsNoticedAsync(area, mutant, usual);
        Console.WriteLine(
            $"{(noticed ? "noticed " : "SURVIVED")} {mutant.File}:{mutant.Line} {mutant.Change}: {mutant.Code}"
        );
        if (!noticed)
        {
            survivors.Add(mutant);
        }

        // Each time: who ends a long run has what it has found.
        tried++;
        MutationReport.Write(
            new AreaResult(area, own.Length, reached.Length, tried, [.. survivors.OrderBy(static one => one.Id)])
        );
    }
}

return 0;
