namespace ClickUpMcp.Projection;

/// <summary>Finds out which members of a raw item are read to show it.</summary>
internal static class ShapeMembers
{
    private static readonly char[] EndOfName = ['.', '[', '{', '?'];

    /// <summary>The members of an item that showing it reads, whether or not it has to be shown with less; null for all.</summary>
    public static IReadOnlyCollection<string>? Read(ShapeDefinition shape, DetailLevel level, OutputOptions options)
    {
        if (level == DetailLevel.Full && options.Fields.Count == 0)
        {
            return null;
        }

        // A level need not show all that a lower one does.
        ShapeField[] fields =
            options.Fields.Count > 0
                ? FieldSelection.Choose(shape, level, options)
                : Array.FindAll(shape.Fields, field => field.Level <= level);
        return Array.Exists(fields, static field => field.From is ShapeField.Self or ShapeField.Key)
            ? null
            : [.. fields.SelectMany(Of), .. shape.Author?.By ?? []];
    }

    /// <summary>The members of an item that reading a field reads.</summary>
    public static IEnumerable<string> Of(ShapeField field)
    {
        int end = field.From.IndexOfAny(EndOfName);
        string first = end < 0 ? field.From : field.From[..end];
        return field.Pair.Length > 0 ? [first, PairReader.Id] : [first];
    }
}
