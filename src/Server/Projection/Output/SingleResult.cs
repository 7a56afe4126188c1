using System.Text.Json;

namespace ClickUpMcp.Projection;

/// <summary>One thing to be shown; what is too long of its texts is shown by further calls.</summary>
/// <param name="item">The raw thing.</param>
/// <param name="shape">The fields to show.</param>
/// <param name="options">Fields that the caller named.</param>
/// <param name="context">What values are read with.</param>
/// <param name="notes">What is said beside it.</param>
/// <param name="position">Where its texts are read on; null where no call can continue this one, as after a write.</param>
internal sealed class SingleResult(
    JsonElement item,
    ShapeDefinition shape,
    OutputOptions options,
    FieldContext context,
    ResultNotes notes,
    TextPosition? position
) : RenderedItems(shape, options)
{
    private readonly ProjectedItem?[] _projected = new ProjectedItem?[(int)DetailLevel.Full + 1];

    private int Start => position?.Start ?? 0;

    public override string Write(Layout layout, DetailLevel level, string? note) =>
        IsRaw(level) && Start == 0 ? layout.Raw(Publishable(item), notes) : WriteAll(layout, level, note);

    /// <remarks>
    /// All fields with shorter values tell more than a few whole ones, and what is missing follows. What is too long only in its raw form
    /// is shown as less.
    /// </remarks>
    public override string? WriteSome(Layout layout, DetailLevel level, ByteLimit limit, string note) =>
        IsRaw(level) && (position is null || limit.Fits(WriteAll(layout, level, note)))
            ? null
            : WriteWithin(layout, level, limit, note);

    public override string WriteWithin(Layout layout, DetailLevel level, ByteLimit limit, string note)
    {
        return Write(limit.Largest(limit.Maximum, Write));

        string Write(int length) =>
            layout.One(
                Projected(level).Window(Start, length, context.Authored),
                notes.With($"{note}: long values end in …; {Next(length)}")
            );
    }

    private string Next(int length) =>
        position is null
            ? "ask for fewer fields"
            : $"the same call goes on with cursor={position.CursorAt(Start + length)}";

    private string WriteAll(Layout layout, DetailLevel level, string? note)
    {
        string text = layout.One(Projected(level).Window(Start, int.MaxValue, context.Authored), notes.With(note));
        // A result without a word would leave open whether there is nothing or something went wrong.
        return text.Length == 0
            ? $"Nothing is set in {string.Join(", ", Fields(level).Select(static f => f.Name))}."
            : text;
    }

    private ProjectedItem Projected(DetailLevel level) => _projected[(int)level] ??= Read(level);

    // Texts are cut to a summary's length but where all is asked for, or more of it.
    private ProjectedItem Read(DetailLevel level) =>
        ProjectedItem.Read(
            item,
            level == DetailLevel.Full || Start > 0
                ? [.. Fields(level).Select(static field => field with { MaxLength = 0 })]
                : Fields(level),
            context
        );
}
