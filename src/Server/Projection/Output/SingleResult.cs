using System.Text.Json;

namespace ClickUpMcp.Projection;

/// <summary>One thing to be shown.</summary>
internal sealed class SingleResult(
    JsonElement item,
    ShapeDefinition shape,
    OutputOptions options,
    FieldContext context,
    ResultNotes notes
) : RenderedItems(shape, options)
{
    private readonly ProjectedItem?[] _projected = new ProjectedItem?[(int)DetailLevel.Full + 1];

    public override string Write(Layout layout, DetailLevel level, string? note) =>
        IsRaw(level) ? layout.Raw(Publishable(item), notes) : layout.One(Projected(level), notes.With(note));

    /// <remarks>All fields with shorter values tell more than a few whole ones, and the long one can be asked for alone.</remarks>
    public override string? WriteSome(Layout layout, DetailLevel level, ByteLimit limit, string note) =>
        IsRaw(level) ? null : WriteWithin(layout, level, limit, note);

    public override string WriteWithin(Layout layout, DetailLevel level, ByteLimit limit, string note)
    {
        return Write(limit.Largest(limit.Maximum, Write));

        string Write(int length) =>
            layout.One(
                Projected(level).Shortened(length),
                notes.With($"{note}: long values end in …; ask for fewer fields")
            );
    }

    private ProjectedItem Projected(DetailLevel level) =>
        _projected[(int)level] ??= ProjectedItem.Read(item, Fields(level), context);
}
