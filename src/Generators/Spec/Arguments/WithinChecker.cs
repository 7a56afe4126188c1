using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Checks what stands beside a name: the containers that narrow it exist, are entities, and do not go in circles, and so do its conditions.</summary>
internal sealed class WithinChecker(
    IReadOnlyList<ArgumentEntry> tool,
    IReadOnlyDictionary<string, EntitySpec> entities,
    DiagnosticBag bag
)
{
    public void Check()
    {
        ArgumentModel[] containers = [.. tool.Select(e => e.Model).Where(IsContainer)];
        foreach (ArgumentEntry entry in tool)
        {
            CheckType(entry.Model.Type, entry.Member.Value, entry.Model.Name, containers);
            if (IsInCycle(entry.Model.Name))
            {
                JsonValue where = entry.Member.Value.Find("within")!;
                bag.Report(Descriptors.WithinCycle, where, entry.Model.Name);
                return;
            }
        }
    }

    /// <summary>The names that a type (or its items or fields) names in <c>within</c>.</summary>
    public static IEnumerable<string> Containers(TypeModel type) =>
        type
            .Within.Concat(type.Items is null ? [] : Containers(type.Items))
            .Concat(type.Fields.SelectMany(f => Containers(f.Type)));

    private void CheckType(TypeModel type, JsonValue node, string name, ArgumentModel[] containers)
    {
        bool isKnown = true;
        foreach (JsonValue container in type.Within.Count > 0 ? node.Find("within")!.Items : [])
        {
            if (!Array.Exists(containers, c => c.Name == container.Text))
            {
                bag.Report(Descriptors.UnknownWithin, container, container.Text, name);
                isKnown = false;
            }
        }

        if (isKnown && type.Kind == TypeKind.Entity && node.Find("entity") is { } entity)
        {
            CheckPlace(type, entity, name, containers);
        }

        if (node.Find("newUnless") is { } condition && !IsChoice(condition.Text))
        {
            bag.Report(Descriptors.UnknownChoice, condition, condition.Text, name);
        }

        if (type.Items is not null && node.Find("items") is { } items)
        {
            CheckType(type.Items, items, name, containers);
        }

        ArgumentModel[] inner = [.. type.Fields.Where(IsEntity), .. containers.Where(IsEntity)];
        foreach (ArgumentModel field in type.Fields)
        {
            if (node.Find("fields")?.Find(field.Name) is { } fieldNode)
            {
                CheckType(field.Type, fieldNode, field.Name, inner);
            }
        }
    }

    private bool IsChoice(string condition)
    {
        string[] parts = condition.Split('=');
        return parts.Length == 2
            && tool.Any(entry =>
                entry.Model.Name == parts[0] && entry.Model.Type.Values.Any(value => value.Label == parts[1])
            );
    }

    private void CheckPlace(TypeModel type, JsonValue where, string name, ArgumentModel[] containers)
    {
        if (!entities.TryGetValue(where.Text, out EntitySpec? entity) || entity.IsFoundAnywhere)
        {
            return;
        }

        IEnumerable<string?> given = containers
            .Where(c => type.Within.Contains(c.Name))
            .Select(c => (c.Type.Items ?? c.Type).Entity);
        EntitySpec[] places = [.. entity.Places.Where(entities.ContainsKey).Select(place => entities[place])];
        if (places.Length > 0 && !Array.Exists(places, place => given.Contains(place.Kind)))
        {
            string nouns = string.Join(" or ", places.Select(place => place.Model.Noun));
            bag.Report(Descriptors.NameNeedsPlace, where, entity.Model.Noun, nouns, name);
        }
    }

    private bool IsInCycle(string start)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([start]);
        while (open.Count > 0)
        {
            string name = open.Pop();
            foreach (string container in tool.FirstOrDefault(e => e.Model.Name == name)?.Model.Type.Within ?? default)
            {
                if (container == start)
                {
                    return true;
                }

                if (seen.Add(container))
                {
                    open.Push(container);
                }
            }
        }

        return false;
    }

    private static bool IsEntity(ArgumentModel argument) => argument.Type.Kind == TypeKind.Entity;

    // Several things narrow a look-up together; those in a nested object know only of single ones.
    private static bool IsContainer(ArgumentModel argument) =>
        IsEntity(argument) || argument.Type is { Kind: TypeKind.Array, Items.Kind: TypeKind.Entity };
}
