namespace ClickUpMcp.Projection;

/// <summary>What fields are in structured content, in values as in the output schema.</summary>
internal static class FieldTypes
{
    /// <summary>Whether a path goes over the items of an array or an object, and so gives several values.</summary>
    public static bool IsMapping(string path) => path.AsSpan().IndexOfAny('[', '{') >= 0;

    /// <param name="kind">How the value is read.</param>
    /// <param name="from">Its path; one that maps over items gives several texts, whatever the kind.</param>
    public static FieldType Of(FieldKind kind, string from) =>
        kind switch
        {
            _ when IsMapping(from) => FieldType.Texts,
            FieldKind.Strings
            or FieldKind.CustomFields
            or FieldKind.Checklists
            or FieldKind.ChecklistItems
            or FieldKind.FieldOptions => FieldType.Texts,
            FieldKind.Number or FieldKind.Count => FieldType.Number,
            FieldKind.Boolean => FieldType.Boolean,
            _ => FieldType.Text,
        };
}
