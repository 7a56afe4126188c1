using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>What must be resolved before what: containers before the things looked up within them.</summary>
internal static class ResolutionOrder
{
    /// <summary>What has names or dates, each after those that narrow it, otherwise as declared; the ambient workspace is not among them.</summary>
    public static IReadOnlyList<ArgumentModel> Sort(EquatableArray<ArgumentModel> arguments)
    {
        List<ArgumentModel> sorted = [];
        HashSet<string> visited = [];
        foreach (ArgumentModel argument in arguments)
        {
            Visit(argument, arguments, visited, sorted);
        }

        return [.. sorted.Where(static a => a.Role == ArgumentRole.Declared && IsResolvable(a.Type))];
    }

    /// <summary>Whether there is a name or a date anywhere in a value of this type.</summary>
    public static bool IsResolvable(TypeModel type) =>
        type.Kind switch
        {
            TypeKind.Entity or TypeKind.Date or TypeKind.Comment => true,
            TypeKind.Text => type.Mentions,
            TypeKind.Array => IsResolvable(CSharpTypes.Item(type)),
            // What operations take has a record of its own.
            TypeKind.Object => true,
            _ => false,
        };

    /// <summary>Names outside a value of this type that narrow look-ups inside it, each once.</summary>
    public static IReadOnlyList<string> Outer(TypeModel type) =>
        type.Kind switch
        {
            TypeKind.Entity => [.. type.Within],
            TypeKind.Array => Outer(CSharpTypes.Item(type)),
            TypeKind.Object =>
            [
                .. type
                    .Fields.SelectMany(static field => Outer(field.Type))
                    .Where(name => !type.Fields.Any(field => field.Name == name && field.Type.Kind == TypeKind.Entity))
                    .Distinct(),
            ],
            _ => [],
        };

    private static void Visit(
        ArgumentModel argument,
        EquatableArray<ArgumentModel> all,
        HashSet<string> visited,
        List<ArgumentModel> sorted
    )
    {
        if (!visited.Add(argument.Name))
        {
            return;
        }

        foreach (string name in Outer(argument.Type))
        {
            if (all.FirstOrDefault(other => other.Name == name) is { } container)
            {
                Visit(container, all, visited, sorted);
            }
        }

        sorted.Add(argument);
    }
}
