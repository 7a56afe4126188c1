using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Resolves the entries whose requests handlers send.</summary>
internal sealed class UsesResolver(IReadOnlyList<ToolEntry> entries, bool isComplete, DiagnosticBag bag)
{
    public void Resolve()
    {
        Dictionary<string, ToolEntry> byName = entries.ToDictionary(e => e.Model.Name, StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (ToolEntry entry in entries.Where(e => e.Spec.Has("uses")))
        {
            used.UnionWith(Resolve(entry, byName));
        }

        foreach (ToolEntry idle in entries.Where(e => e.Model.Internal && !used.Contains(e.Model.Name) && isComplete))
        {
            bag.Report(Descriptors.UnusedInternal, idle.NameValue, idle.Model.Name);
        }
    }

    private HashSet<string> Resolve(ToolEntry entry, Dictionary<string, ToolEntry> byName)
    {
        if (!entry.Spec.Has("handler"))
        {
            entry.Spec.Bag.Report(Descriptors.UsesWithoutHandler, entry.Spec.Key("uses"), entry.Model.Name);
        }

        var used = new HashSet<string>(StringComparer.Ordinal);
        var operations = new List<string>();
        foreach (JsonValue use in entry.Spec.Texts("uses"))
        {
            used.Add(use.Text);
            if (byName.TryGetValue(use.Text, out ToolEntry? target) && HasRequest(target))
            {
                operations.AddRange(target.Model.Requests.Select(r => r.Operation));
            }
            else if (isComplete || target is not null)
            {
                string hint = Suggestion.For(use.Text, byName.Values.Where(HasRequest).Select(e => e.Model.Name));
                entry.Spec.Bag.Report(Descriptors.UnknownUse, use, use.Text, hint);
            }
        }

        if (entry.Model.Requests.Count == 0)
        {
            entry.Model = entry.Model with { Operations = operations.Distinct().ToEquatableArray() };
        }

        return used;
    }

    private static bool HasRequest(ToolEntry entry) => RequestListParser.IsIn(entry.Spec);
}
