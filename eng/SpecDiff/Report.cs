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

    public static void Write(IReadOnlyList<OpenApiOperation> documented, SpecComparison comparison, TextWriter output)
    {
        var routes = documented.ToDictionary(operation => operation.Id, operation => operation.Route);
        foreach (var operation in comparison.Differences.GroupBy(difference => difference.Operation))
        {
            output.WriteLine($"{operation.Key}  {routes.GetValueOrDefault(operation.Key)}");
            foreach (var difference in operation)
            {
                output.WriteLine($"  {difference.Location}: {difference.Problem}");
            }

            output.WriteLine();
        }

        var leaves = documented.SelectMany(operation => operation.Leaves).ToList();
        var parameters = leaves.Count(leaf => leaf.Location.StartsWith("query.", StringComparison.Ordinal));
        output.WriteLine(
            $"{documented.Count} operations, {parameters} query parameters, {leaves.Count - parameters} body leaves"
        );
        output.WriteLine(
            $"{comparison.Differences.Count} differences: bind them, or give a reason in 'unbound' or 'deviations' of the request"
        );
        output.WriteLine($"{comparison.Excused.Count} more have a reason");
    }
}
