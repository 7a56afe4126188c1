using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>C# expressions of default values.</summary>
internal static class DefaultValues
{
    /// <summary>The default of an argument; null when it has none, or its type (object) cannot have one.</summary>
    public static string? Of(ArgumentModel argument)
    {
        if (argument.Role == ArgumentRole.Clear)
        {
            return "[]";
        }

        return argument.Required || argument.Default is null ? null : Of(argument.Type, argument.Default);
    }

    private static string? Of(TypeModel type, string json) =>
        type.Kind switch
        {
            TypeKind.Boolean => json.Trim(),
            TypeKind.Integer => CSharpLiterals.Long(Numbers.ToLong(json)),
            TypeKind.Number => CSharpLiterals.Double(json.Trim()),
            TypeKind.Duration => $"{RuntimeNames.Values}DurationParser.Parse({Text(json)})",
            TypeKind.Date => $"new {RuntimeNames.DateExpression}({Text(json)}, {RuntimeNames.DateEdge}.{type.Edge})",
            TypeKind.Entity =>
                $"new {RuntimeNames.EntityReference}({RuntimeNames.EntityKind}.{type.Entity}, {Text(json)})",
            TypeKind.Json => $"global::System.Text.Json.JsonDocument.Parse({CSharpLiterals.String(json)}).RootElement",
            TypeKind.Array => Array(CSharpTypes.Item(type), json),
            TypeKind.Object => null,
            _ => Text(json),
        };

    private static string? Array(TypeModel item, string json)
    {
        List<string?> items = [.. JsonConstant.Items(json).Select(value => Of(item, value))];
        return items.Contains(null) ? null : $"[{string.Join(", ", items)}]";
    }

    private static string Text(string json) => CSharpLiterals.String(JsonConstant.Text(json));
}
