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

        return argument.Required || argument.Default is not { } json ? null : Of(argument, json);
    }

    private static string? Of(ArgumentModel argument, string json) =>
        argument.Type.Kind switch
        {
            TypeKind.String or TypeKind.Text or TypeKind.Enum => CSharpLiterals.String(JsonConstant.Text(json)),
            TypeKind.Date => Date(argument, JsonConstant.Text(json)),
            TypeKind.Boolean => json,
            TypeKind.Integer => CSharpLiterals.Long(Numbers.ToLong(json)),
            TypeKind.Number => CSharpLiterals.Double(json),
            _ => null,
        };

    private static string Date(ArgumentModel argument, string text)
    {
        string edge = $"{RuntimeNames.DateEdge}.{argument.Type.Edge}";
        string direction = $"{RuntimeNames.DateDirection}.{argument.Type.Direction}";
        string name = CSharpLiterals.String(argument.Name);
        return $"new {RuntimeNames.DateExpression}({CSharpLiterals.String(text)}, {edge}, {direction}, {name}) {{ IsDefault = true }}";
    }
}
