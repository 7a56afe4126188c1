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

        return Write(layout, Projected(level), header);
    }

    /// <remarks>Fewer items with all they have, since the cursor brings the others.</remarks>
    public override string? WriteSome(Layout layout, DetailLevel level, ByteLimit limit, string note)
    {
        if (items.Count == 0 || position.CursorAfter?.Invoke(1) is null)
        {
            return null;
        }

        int count = limit.Largest(items.Count, shown => Head(layout, level, shown, notes, note));
        return count > 0 ? Head(layout, level, count, notes, note) : null;
    }

    /// <remarks>
    /// Fewer items; where not even one has room, without the remarks, and else with shorter values, so that every result gets the caller on.
    /// </remarks>
    public override string WriteWithin(Layout layout, DetailLevel level, ByteLimit limit, string note)
    {
        ProjectedItem[] all = Projected(level);
        foreach (ResultNotes said in new[] { notes, notes with { Remarks = [] } })
        {
            int count = limit.Largest(all.Length, shown => Head(layout, level, shown, said, note));
            if (count > 0)
            {
                return Head(layout, level, count, said, note);
            }
        }

        return First(limit.Largest(limit.Maximum, First));

        string First(int length) =>
            Write(layout, [all[0].Shortened(length)], HeaderAfter(1, notes, $"{note}, long values end in …"));
    }

    private string Head(Layout layout, DetailLevel level, int shown, ResultNotes said, string note)
    {
        ListHeader header = HeaderAfter(shown, said, note);
        return IsRaw(level)
            ? layout.Raw([.. items.Take(shown).Select(Publishable)], header)
            : Write(layout, Projected(level)[..shown], header);
    }

    private string Write(Layout layout, ProjectedItem[] shown, ListHeader header) =>
        IsSeries ? layout.Series(shown, header) : layout.Many(shown, header);

    // A cursor that follows all items would skip those that are left out.
    private ListHeader HeaderAfter(int shown, ResultNotes said, string note)
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
            said.With($"{note}: {advice}")
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

        return _projected[(int)level] = ProjectedItem.Read(items, Fields(level), context);
    }
}
