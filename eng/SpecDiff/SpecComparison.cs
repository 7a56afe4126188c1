using ClickUpMcp.Generators.Model;
using ClickUpMcp.Generators.Spec;
using ClickUpMcp.OpenApi;

namespace ClickUpMcp.SpecDiff;

/// <summary>Compares the spec with the documents of the API.</summary>
/// <param name="Differences">What differs without an excuse, and excuses without a difference; by operation and place.</param>
/// <param name="Excused">What differs with a reason.</param>
internal sealed record SpecComparison(IReadOnlyList<Difference> Differences, IReadOnlyList<Difference> Excused)
{
    private const string OperationPlace = "operation";

    public static SpecComparison Compare(SpecDocument spec, IReadOnlyList<OpenApiOperation> documented)
    {
        var byId = spec.Requests.ToLookup(request => request.Operation);
        var sections = documented.Select(operation => Section(operation.Route)).ToHashSet();
        var known = documented.Select(operation => operation.Id).ToHashSet();
        HashSet<ExcuseModel> used = [];
        List<Difference> open = [];
        List<Difference> excused = [];
        foreach (var operation in documented)
        {
            SpecRequest[] requests = [.. byId[operation.Id]];
            List<ExcuseModel> own = [.. requests.SelectMany(request => request.Unbound)];
            List<ExcuseModel> deviations = [.. requests.SelectMany(request => request.Deviations)];
            foreach (var difference in OperationComparison.Compare(operation, requests))
            {
                var isUnbound = difference.Problem == Difference.NotBound;
                var place = difference.Location == OperationPlace ? $"operation.{operation.Id}" : difference.Location;
                var excuse = (isUnbound ? own.Concat(spec.Unbound) : deviations).FirstOrDefault(e =>
                    ExcuseParser.IsWithin(place, e.Location)
                );
                (excuse is null ? open : excused).Add(difference);
                if (excuse is not null)
                {
                    used.Add(excuse);
                }
            }

            open.AddRange(Unused(operation.Id, own.Concat(deviations), used));
        }

        open.AddRange(
            spec.Requests.Where(request => !known.Contains(request.Operation))
                .Where(request => sections.Contains(Section(request.Route)))
                .Select(request => new Difference(request.Operation, OperationPlace, "not documented"))
        );
        open.AddRange(Unused("", spec.Unbound, used));
        return new SpecComparison(Sorted(open), Sorted(excused));
    }

    private static IEnumerable<Difference> Unused(
        string operation,
        IEnumerable<ExcuseModel> all,
        HashSet<ExcuseModel> used
    ) =>
        all.Where(excuse => !used.Contains(excuse))
            .Select(excuse => new Difference(operation, excuse.Location, "excused, but nothing differs there"));

    private static List<Difference> Sorted(IEnumerable<Difference> differences) =>
        [.. differences.Distinct().OrderBy(difference => difference.ToString(), StringComparer.Ordinal)];

    /// <summary>The version of the API: documents of one version say nothing about the others.</summary>
    private static string Section(string route) => string.Join('/', route[route.IndexOf('/')..].Split('/').Take(3));
}
