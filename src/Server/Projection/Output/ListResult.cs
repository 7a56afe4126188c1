using System.Text.Json;

namespace ClickUpMcp.Projection;

/// <summary>A list to be shown.</summary>
internal sealed class ListResult(
    IReadOnlyList<JsonElement> items,
    ListPosition position,
    ShapeDefinition shape,
    OutputOptions options,
    FieldContext context,
    ResultNotes notes
) : RenderedItems(shape, options)
{
    private readonly string _plural = shape.Plural;
    private readonly ProjectedItem[]?[] _projected = new ProjectedItem[]?[(int)DetailLevel.Full + 1];

    /// <summary>Whether text shows the things one after another instead of in a table.</summary>
    public bool IsSeries { get; init; }

    public override string Write(Layout layout, DetailLevel level, string? note)
    {
        ListHeader header = new(items.Count, _plural, position.NextCursor, position.Total, notes.With(note));
        if (IsRaw(level))
        {
            return layout.Raw([.. items.Select(Publishable)], header);
        }

        return IsSeries ? layout.Series(Projected(level), header) : layout.Many(Projected(level), header);
    }

    /// <remarks>Fewer items; of a single one that is too long, shorter values, so that every result gets the caller on.</remarks>
    public override string WriteWithin(Layout layout, DetailLevel level, ByteLimit limit, string note)
    {
        ProjectedItem[] all = Projected(level);
        int count = limit.Largest(all.Length, Head);
        return count > 0 ? Head(count) : First(limit.Largest(limit.Maximum, First));

        string Head(int shown) => layout.Many(all[..shown], HeaderAfter(shown, note));

        string First(int length) =>
            layout.Many([all[0].Shortened(length)], HeaderAfter(1, $"{note}, long values end in …"));
    }

    // A cursor that follows all items would skip those that are left out.
    private ListHeader HeaderAfter(int shown, string note)
    {
        string? cursor = shown == items.Count ? position.NextCursor : position.CursorAfter?.Invoke(shown);
        bool isAll = shown == items.Count && cursor is null;
        string advice =
            cursor is null ? "ask again with a smaller limit or with fewer fields"
            : shown == items.Count ? "ask for fewer fields"
            : "continue with the cursor, or ask for fewer fields";
        return new ListHeader(
            shown,
            _plural,
            cursor,
            isAll ? null : position.Total ?? (cursor is null ? items.Count : null),
            notes.With($"{note}: {advice}")
        )
        {
            CanRaiseLimit = false,
        };
    }

    private ProjectedItem[] Projected(DetailLevel level)
    {
        if (_projected[(int)level] is { } done)
        {
            return done;
        }

        ShapeField[] fields = Fields(level);
        return _projected[(int)level] = [.. items.Select(item => ProjectedItem.Read(item, fields, context))];
    }
}
