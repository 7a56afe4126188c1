using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Resolves the entries whose requests handlers send.</summary>
internal sealed class UsesResolver(IReadOnlyList<ToolEntry> entries, bool isComplete, DiagnosticBag bag)
{
    /// <param name="listing">The names of entries that list entities.</param>
    public void Resolve(IReadOnlyCollection<string> listing)
    {
        Dictionary<string, ToolEntry> byName = entries.ToDictionary(e => e.Model.Name, StringComparer.Ordinal);
        var used = new HashSet<string>(listing, StringComparer.Ordinal);
        foreach (ToolEntry entry in entries.Where(e => e.Spec.Has("uses")))
        {
            used.UnionWith(Resolve(entry, byName));
        }

        foreach (ToolEntry entry in entries)
        {
            used.UnionWith(ReadBacks(entry, byName));
        }

        foreach (ToolEntry idle in entries.Where(e => e.Model.Internal && !used.Contains(e.Model.Name) && isComplete))
        {
            bag.Report(Descriptors.UnusedInternal, idle.NameValue, idle.Model.Name);
        }
    }

    private HashSet<string> Resolve(ToolEntry entry, Dictionary<string, ToolEntry> byName)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var targets = new List<ToolEntry>();
        foreach (JsonValue use in entry.Spec.Texts("uses"))
        {
            used.Add(use.Text);
            if (byName.TryGetValue(use.Text, out ToolEntry? target) && HasRequest(target))
            {
                targets.Add(target);
                CheckProjection(entry, use, target.Model);
            }
            else if (isComplete || target is not null)
            {
                string hint = Suggestion.For(use.Text, byName.Values.Where(HasRequest).Select(e => e.Model.Name));
                entry.Spec.Bag.Report(Descriptors.UnknownUse, use, use.Text, hint);
            }
        }

        if (entry.Model.Requests.Count == 0)
        {
            entry.Model = entry.Model with
            {
                Operations = targets
                    .SelectMany(t => t.Model.Requests)
                    .Select(r => r.Operation)
                    .Distinct()
                    .ToEquatableArray(),
                Uses = targets.Select(Reduce).ToEquatableArray(),
            };
        }

        return used;
    }

    /// <summary>The entries whose requests read back what one has written.</summary>
    private IEnumerable<string> ReadBacks(ToolEntry entry, Dictionary<string, ToolEntry> byName)
    {
        IEnumerable<JsonValue> requests = entry.Spec.Find("request") is { } only
            ? [only]
            : entry.Spec.Items("requests");
        foreach (JsonValue name in requests.Select(r => r.Find("readBack")?.Find("from")).OfType<JsonValue>())
        {
            if (isComplete && !(byName.TryGetValue(name.Text, out ToolEntry? target) && HasRequest(target)))
            {
                string hint = Suggestion.For(name.Text, byName.Values.Where(HasRequest).Select(e => e.Model.Name));
                entry.Spec.Bag.Report(Descriptors.UnknownUse, name, name.Text, hint);
            }

            yield return name.Text;
        }
    }

    // What is passed on under one name must be one thing.
    private static void CheckProjection(ToolEntry entry, JsonValue use, ToolModel operation)
    {
        foreach (ArgumentModel taken in operation.Arguments)
        {
            if (ArgumentProjection.Of(entry.Model, operation, taken) == Passing.Mismatch)
            {
                entry.Spec.Bag.Report(
                    Descriptors.ProjectionMismatch,
                    use,
                    entry.Model.Name,
                    taken.Name,
                    operation.Name
                );
            }
        }
    }

    /// <summary>What an entry's operations are emitted from, and nothing that changes without them.</summary>
    public static ToolModel Reduce(ToolEntry operation) =>
        operation.IsBroken
            ? new() { Name = operation.Model.Name, IsStub = true }
            : new()
            {
                Name = operation.Model.Name,
                Arguments = operation.Model.Arguments,
                Requests = operation.Model.Requests,
            };

    /// <summary>Whether an entry has requests to send.</summary>
    public static bool HasRequest(ToolEntry entry) => RequestListParser.IsIn(entry.Spec);
}
