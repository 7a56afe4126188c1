using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>How the labels of an enum become what the API reads.</summary>
internal static class EnumWire
{
    /// <summary>Whether every label is sent as it is.</summary>
    public static bool IsIdentity(TypeModel type) =>
        type.Values.All(static value =>
            JsonConstant.IsString(value.WireJson) && JsonConstant.Text(value.WireJson) == value.Label
        );

    /// <summary>An expression for the JSON text of a label that is there.</summary>
    public static string Json(TypeModel type, string label) =>
        Switch(type, label, mayBeNull: false, static json => json);

    /// <summary>An expression for the text of a label in a path or query; null for an absent one.</summary>
    public static string Text(TypeModel type, string label, bool mayBeNull) =>
        IsIdentity(type) ? label : Switch(type, label, mayBeNull, JsonConstant.Text);

    /// <summary>A function that finds the label of an API's value in lower case; null when those are the labels themselves.</summary>
    public static string? LabelOf(TypeModel type)
    {
        if (IsIdentity(type))
        {
            return null;
        }

        var taken = new HashSet<string>(StringComparer.Ordinal);
        IEnumerable<string> arms = type
            .Values.Where(static value => value.WireJson != "null")
            .Select(static value => (value.Label, Wire: JsonConstant.Text(value.WireJson).ToLowerInvariant()))
            // Of labels that are sent alike, each says the same.
            .Where(value => taken.Add(value.Wire))
            .Select(static value => $"{CSharpLiterals.String(value.Wire)} => {CSharpLiterals.String(value.Label)}");
        return $"static wire => wire switch {{ {string.Join(", ", [.. arms, "_ => null"])} }}";
    }

    private static string Switch(TypeModel type, string label, bool mayBeNull, Func<string, string> convert)
    {
        IEnumerable<string> arms =
        [
            .. mayBeNull ? ["null => null"] : Array.Empty<string>(),
            .. type.Values.Select(value =>
                $"{CSharpLiterals.String(value.Label)} => {CSharpLiterals.String(convert(value.WireJson))}"
            ),
            // Binders let no other label through; a handler that invents one is a bug to hear about.
            $"_ => throw new {RuntimeNames.OutOfRange}({CSharpLiterals.String(label)}, \"No such enum value.\")",
        ];
        return $"{label} switch {{ {string.Join(", ", arms)} }}";
    }
}
