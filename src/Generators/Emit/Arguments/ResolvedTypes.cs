using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>C# types of argument values whose names are ids and whose dates are instants.</summary>
internal static class ResolvedTypes
{
    /// <summary>The type of a value that is there.</summary>
    public static string Of(TypeModel type) =>
        type.Kind switch
        {
            TypeKind.Date => RuntimeNames.ResolvedDate,
            TypeKind.Comment => RuntimeNames.JsonElement,
            TypeKind.Entity => RuntimeNames.Api + EntityIdEmitter.Name(type.Entity),
            TypeKind.Object => RuntimeNames.Api + RecordName(type),
            TypeKind.Array => $"{RuntimeNames.ReadOnlyList}<{Of(CSharpTypes.Item(type))}>",
            _ => CSharpTypes.Of(type),
        };

    /// <summary>The simple name of the record of an object; without the prefix it is the record of what the caller wrote.</summary>
    public static string RecordName(TypeModel type) => "Resolved" + type.Record;

    public static bool IsValueType(TypeModel type) =>
        CSharpTypes.IsValueType(type) || type.Kind is TypeKind.Date or TypeKind.Entity or TypeKind.Comment;
}
