using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>C# types of argument types.</summary>
internal static class CSharpTypes
{
    /// <summary>The type of a value that is there.</summary>
    public static string Of(TypeModel type) =>
        type.Kind switch
        {
            TypeKind.Boolean => "bool",
            TypeKind.Integer or TypeKind.Duration => "long",
            TypeKind.Number => "double",
            TypeKind.Date => RuntimeNames.DateExpression,
            TypeKind.Comment => RuntimeNames.CommentText,
            TypeKind.File => RuntimeNames.FileSource,
            TypeKind.Entity => RuntimeNames.EntityReference,
            TypeKind.Json => RuntimeNames.JsonElement,
            TypeKind.Object => Record(type),
            TypeKind.Array => $"{RuntimeNames.ReadOnlyList}<{Of(Item(type))}>",
            _ => "string",
        };

    public static string Record(TypeModel type) => RuntimeNames.Tools + type.Record;

    /// <summary>The item type of an array; text when the model has none, which only a broken entry has.</summary>
    public static TypeModel Item(TypeModel type) => type.Items ?? new TypeModel();

    public static bool IsValueType(TypeModel type) =>
        type.Kind is TypeKind.Boolean or TypeKind.Integer or TypeKind.Duration or TypeKind.Number or TypeKind.Json;

    /// <summary>Whether an argument's property is never null.</summary>
    public static bool IsAlwaysSet(ArgumentModel argument) =>
        argument.Required || argument.Role == ArgumentRole.Clear || DefaultValues.Of(argument) is not null;

    /// <summary>All object types reachable from <paramref name="arguments"/>, outer ones first, each record once.</summary>
    public static IReadOnlyList<TypeModel> Records(IEnumerable<ArgumentModel> arguments)
    {
        List<TypeModel> found = [];
        foreach (ArgumentModel argument in arguments)
        {
            AddRecords(argument.Type, found);
        }

        return found;
    }

    private static void AddRecords(TypeModel type, List<TypeModel> found)
    {
        if (type.Kind == TypeKind.Array)
        {
            AddRecords(Item(type), found);
        }
        else if (type.Kind == TypeKind.Object && found.TrueForAll(other => other.Record != type.Record))
        {
            found.Add(type);
            foreach (ArgumentModel field in type.Fields)
            {
                AddRecords(field.Type, found);
            }
        }
    }
}
