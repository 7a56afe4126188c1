using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>What stands for a value in a path.</summary>
internal static class PathSegment
{
    // The runtime refuses an empty segment, so whatever cannot stand in a path fails before it is sent.
    private const string Refused = "\"\"";

    public static string Of(BoundValue? bound)
    {
        if (bound is not { } value)
        {
            return Refused;
        }

        string expression = value.Expression;
        string sure = value.MayBeNull ? expression + "!" : expression;
        return value.Type.Kind switch
        {
            TypeKind.String or TypeKind.Text => value.MayBeNull ? $"{expression} ?? {Refused}" : expression,
            TypeKind.Enum => EnumWire.Text(value.Type, sure, mayBeNull: false),
            TypeKind.Entity => sure,
            TypeKind.Date => sure + ".UnixMilliseconds",
            TypeKind.Integer or TypeKind.Duration => value.MayBeNull ? sure + ".Value" : expression,
            TypeKind.Boolean => $"({expression}) == true ? \"true\" : \"false\"",
            TypeKind.Number =>
                $"global::System.FormattableString.Invariant($\"{{{(value.MayBeNull ? sure + ".Value" : expression)}}}\")",
            _ => Refused,
        };
    }
}
