using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>C# literals of default values; the parser lets only scalars have one.</summary>
internal static class DefaultValues
{
    /// <summary>What a property holds when the caller gives nothing; null when that is nothing.</summary>
    public static string? Of(ArgumentModel argument)
    {
        if (argument.Role == ArgumentRole.Clear)
        {
            return "[]";
        }

        return argument.Required || argument.Default is not { } json ? null : Of(argument.Type, json);
    }

    private static string? Of(TypeModel type, string json) =>
        type.Kind switch
        {
            TypeKind.String or TypeKind.Text or TypeKind.Enum => CSharpLiterals.String(JsonConstant.Text(json)),
            TypeKind.Date =>
                $"new {RuntimeNames.DateExpression}({CSharpLiterals.String(JsonConstant.Text(json))}, {RuntimeNames.DateEdge}.{type.Edge})",
            TypeKind.Boolean => json,
            TypeKind.Integer => CSharpLiterals.Long(Numbers.ToLong(json)),
            TypeKind.Number => CSharpLiterals.Double(json),
            _ => null,
        };
}
