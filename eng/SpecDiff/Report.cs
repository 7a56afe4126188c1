using ClickUpMcp.OpenApi;

namespace ClickUpMcp.SpecDiff;

/// <summary>Writes what was found, for people.</summary>
internal static class Report
{
    public static void Write(IReadOnlyList<Change> changes, TextWriter output)
    {
        output.WriteLine($"{changes.Count} changes since the older document");
        foreach (var operation in changes.GroupBy(change => change.Operation))
        {
            output.WriteLine($"\n{operation.Key}");
            foreach (var change in operation)
            {
                output.WriteLine($"  {change.Location}: {change.What}");
            }
        }

        output.WriteLine();
    }

    public static void Write(
        IReadOnlyList<OpenApiOperation> documented,
        SpecComparison comparison,
        Ratchet ratchet,
        TextWriter output
    )
    {
        var routes = documented.ToDictionary(operation => operation.Id, operation => operation.Route);
        var @new = ratchet.New.ToHashSet();
        foreach (var operation in comparison.Differences.GroupBy(difference => difference.Operation))
        {
            output.WriteLine($"{operation.Key}  {routes.GetValueOrDefault(operation.Key)}");
            foreach (var difference in operation)
            {
                var mark = @new.Contains(difference.ToString()) ? "+" : " ";
                output.WriteLine($" {mark} {difference.Location}: {difference.Problem}");
            }

            output.WriteLine();
        }

        foreach (var line in ratchet.Gone)
        {
            output.WriteLine($" - {line}");
        }

        var leaves = documented.SelectMany(operation => operation.Leaves).ToList();
        var parameters = leaves.Count(leaf => leaf.Location.StartsWith("query.", StringComparison.Ordinal));
        output.WriteLine(
            $"{documented.Count} operations, {parameters} query parameters, {leaves.Count - parameters} body leaves"
        );
        output.WriteLine(
            $"{comparison.Differences.Count} differences, and {comparison.Excused.Count} more with a reason"
        );
        output.WriteLine(
            $"{ratchet.New.Count} new (+): bind them, or give a reason in 'unbound' or 'deviations' of the request"
        );
        output.WriteLine($"{ratchet.Gone.Count} gone (-): './build.sh docs' takes them from {Ratchet.Path}");
    }
}
