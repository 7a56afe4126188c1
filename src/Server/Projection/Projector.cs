using System.Text.Json;
using ClickUpMcp.Text;

namespace ClickUpMcp.Projection;

/// <summary>Turns raw JSON into the short text (or compact JSON) that a model reads; sanitises every user-authored string.</summary>
/// <param name="format">How results are written.</param>
/// <param name="maximumBytes">The longest result in UTF-8 bytes, as the operator set it; null leaves it to who calls.</param>
/// <param name="isStructured">Whether results are also written as structured content.</param>
/// <param name="callRemarks">What the call has to say beside each result; null for nothing.</param>
internal sealed class Projector(
    OutputFormat format,
    int? maximumBytes = null,
    bool isStructured = false,
    CallRemarks? callRemarks = null
)
{
    private const int Usual = 60_000;

    // A third, so that what a result is about has room beside what is said of it.
    private const int RoomOfNotes = 3;

    private readonly ByteLimit _limit = new(maximumBytes ?? Usual);

    /// <summary>How results are written.</summary>
    public OutputFormat Format => format;

    /// <summary>Counts what is shown by who wrote it; null where nobody asks.</summary>
    public OriginCounts? Origins { get; init; }

    /// <summary>The same for one call.</summary>
    /// <param name="remarks">What stands beside what is shown.</param>
    /// <param name="callersBytes">The longest result for who calls, unless the operator has set one.</param>
    public Projector For(CallRemarks remarks, int callersBytes) =>
        new(format, maximumBytes ?? callersBytes, isStructured, remarks) { Origins = Origins ?? new OriginCounts() };

    /// <summary>The same for a part of a result.</summary>
    public Projector Within(int bytes) => new(format, bytes, isStructured, callRemarks) { Origins = Origins };

    /// <summary>Whether results are also written as structured content.</summary>
    public bool IsStructured => isStructured;

    /// <summary>The longest result, in UTF-8 bytes.</summary>
    public int MaximumBytes => _limit.Maximum;

    /// <summary>Whether a text that a handler wrote itself is short enough.</summary>
    public bool Fits(string text) => _limit.Fits(text);

    /// <summary>A text that a handler wrote itself, cut after a line and with a note of it where it is too long.</summary>
    public string Within(string text)
    {
        // A part of a JSON text is no JSON.
        if (format == OutputFormat.Json || Fits(text))
        {
            return text;
        }

        string[] lines = text.Split('\n');
        return Head(_limit.Largest(lines.Length, Head));

        string Head(int count) =>
            string.Join(
                '\n',
                lines
                    .Take(count)
                    .Append($"({Cut}: {lines.Length - count} of {lines.Length} lines left out; ask for less at once)")
            );
    }

    /// <summary>Shows one thing.</summary>
    /// <param name="item">The raw thing.</param>
    /// <param name="shape">The fields to show.</param>
    /// <param name="level">The detail level asked for.</param>
    /// <param name="options">Fields that the caller named.</param>
    /// <param name="context">What values are read with.</param>
    /// <param name="remarks">Sentences about it; they follow it in text and are its note in JSON.</param>
    /// <param name="position">Where its texts are read on; null where no call can continue this one.</param>
    public RenderedResult One(
        JsonElement item,
        ShapeDefinition shape,
        DetailLevel level,
        OutputOptions options,
        FieldContext context,
        IReadOnlyList<string>? remarks = null,
        TextPosition? position = null
    )
    {
        JsonElement shown = Published([item], shape, context)[0];
        return Show(
            new SingleResult(shown, shape, options, context, Notes(remarks), position),
            level,
            shape,
            isList: false
        );
    }

    /// <summary>Shows a list: how many, whether there is more and the cursor that continues, and a compact table.</summary>
    /// <param name="items">The raw items.</param>
    /// <param name="shape">The fields to show.</param>
    /// <param name="level">The detail level asked for.</param>
    /// <param name="options">Fields that the caller named.</param>
    /// <param name="position">Where the list goes on; null when these are all items.</param>
    /// <param name="context">What values are read with.</param>
    /// <param name="remarks">Sentences about it; they follow it in text and are its note in JSON.</param>
    public RenderedResult Many(
        IReadOnlyList<JsonElement> items,
        ShapeDefinition shape,
        DetailLevel level,
        OutputOptions options,
        ListPosition? position,
        FieldContext context,
        IReadOnlyList<string>? remarks = null
    ) => Show(items, shape, level, options, position, context, remarks, isSeries: false);

    /// <summary>Shows several things one after another, so that long texts keep their lines; in JSON it is a list.</summary>
    public RenderedResult Each(
        IReadOnlyList<JsonElement> items,
        ShapeDefinition shape,
        DetailLevel level,
        OutputOptions options,
        ListPosition? position,
        FieldContext context,
        IReadOnlyList<string>? remarks = null
    ) => Show(items, shape, level, options, position, context, remarks, isSeries: true);

    private RenderedResult Show(
        IReadOnlyList<JsonElement> items,
        ShapeDefinition shape,
        DetailLevel level,
        OutputOptions options,
        ListPosition? position,
        FieldContext context,
        IReadOnlyList<string>? remarks,
        bool isSeries
    )
    {
        IReadOnlyList<JsonElement> shown = Published(items, shape, context);
        return Show(
            new ListResult(shown, position ?? new(), shape, options, context, Notes(remarks)) { IsSeries = isSeries },
            level,
            shape,
            isList: true
        );
    }

    /// <summary>Things as they may be shown: with texts from outside marked, or left out.</summary>
    private IReadOnlyList<JsonElement> Published(
        IReadOnlyList<JsonElement> items,
        ShapeDefinition shape,
        FieldContext context
    )
    {
        if (shape.Author is { } rule && Origins is { } origins)
        {
            for (int i = 0; i < items.Count; i++)
            {
                TextOrigin origin = AuthoredTexts.OriginOf(items[i], rule, context.Authors) ?? TextOrigin.Unknown;
                origins.Add(shape.Name, LenientValue.Text(items[i], "id") ?? NumberText.Of(i), origin);
            }
        }

        if (context.Authored is not { } texts)
        {
            return items;
        }

        bool hasAny = false;
        JsonElement[] shown =
        [
            .. items.Select(item => texts.Apply(item, context.Authors, shape.Author, seen: (_, _) => hasAny = true)),
        ];
        if (texts.Mode == LockdownMode.Flag && hasAny)
        {
            callRemarks?.AddOnce(texts.Note);
        }

        return shown;
    }

    private ResultNotes Notes(IReadOnlyList<string>? remarks)
    {
        string[] all = [.. (callRemarks?.Take() ?? []).Concat(remarks ?? []).Select(OutputSanitizer.CleanLine)];
        int room = _limit.Maximum / RoomOfNotes;
        int shown = all.TakeWhile(note => (room -= note.Length) >= 0).Count();
        return new ResultNotes(
            null,
            shown == all.Length ? all : [.. all.Take(shown), $"{all.Length - shown} more remarks do not fit."]
        );
    }

    private RenderedResult Show(RenderedItems result, DetailLevel level, ShapeDefinition shape, bool isList) =>
        new(
            Fit(result, level, format == OutputFormat.Json ? Layout.Json : Layout.Text),
            isStructured ? new StructuredResult(shape, isList, Fit(result, level, Layout.Structured)) : null
        );

    private string Cut => $"cut at {_limit.Maximum} bytes";

    // Named fields have no lower level to fall back to. Each layout falls back on its own: a table holds more than JSON.
    private string Fit(RenderedItems result, DetailLevel level, Layout layout)
    {
        DetailLevel current = level;
        string text = result.Write(layout, current, null);
        while (!Fits(text))
        {
            string note = current == level ? Cut : $"shown as {Word(current)} and {Cut}";
            if (result.WriteSome(layout, current, _limit, note) is { } some)
            {
                return some;
            }

            if (!result.HasLevelBelow(current))
            {
                return result.WriteWithin(layout, current, _limit, note);
            }

            current--;
            text = result.Write(
                layout,
                current,
                $"shown as {Word(current)}: more detail would pass {_limit.Maximum} bytes; use fields or a smaller limit"
            );
        }

        return text;
    }

    private static string Word(DetailLevel level) => level.ToString().ToLowerInvariant();
}
