using System.Text;
using System.Text.Json;

namespace ClickUpMcp.Projection;

/// <summary>Turns raw JSON into the short text (or compact JSON) that a model reads; sanitises every user-authored string.</summary>
/// <param name="format">How answers are written.</param>
/// <param name="maximumBytes">The UTF-8 size above which an answer falls back to a lower detail level.</param>
internal sealed class Projector(OutputFormat format, int maximumBytes = 60_000)
{
    /// <summary>How answers are written.</summary>
    public OutputFormat Format => format;

    /// <summary>Shows one thing.</summary>
    public string One(
        JsonElement item,
        ShapeDefinition shape,
        DetailLevel level,
        OutputOptions options,
        string timeZoneId
    ) =>
        Fit(
            level,
            options,
            (current, note) =>
                IsRaw(current, options)
                    ? RawJson.Compact(Credentials.Without(item, shape))
                    : ShowOne(item, FieldSelection.Choose(shape, current, options), timeZoneId, note)
        );

    /// <summary>Shows several things one after another, so that long texts keep their lines; in JSON it is a list.</summary>
    public string Each(
        IReadOnlyList<JsonElement> items,
        ShapeDefinition shape,
        DetailLevel level,
        OutputOptions options,
        string timeZoneId
    ) =>
        format == OutputFormat.Json
            ? Many(items, shape, level, options, nextCursor: null, timeZoneId)
            : Fit(
                level,
                options,
                (current, note) =>
                {
                    ListHeader header = new(items.Count, shape.Plural, NextCursor: null, Total: null, note);
                    if (IsRaw(current, options))
                    {
                        return TextLayout.Raw(Raw(items, shape), header);
                    }

                    ShapeField[] fields = FieldSelection.Choose(shape, current, options);
                    IEnumerable<string> shown = items.Select(item => ShowOne(item, fields, timeZoneId, note: null));
                    return string.Join("\n\n", shown.Prepend(header.Line));
                }
            );

    /// <summary>Shows a list: how many, whether there is more and the cursor that continues, and a compact table.</summary>
    /// <param name="items">The raw items.</param>
    /// <param name="shape">The fields to show.</param>
    /// <param name="level">The detail level asked for.</param>
    /// <param name="options">Fields that the caller named.</param>
    /// <param name="nextCursor">The cursor that continues; null at the end.</param>
    /// <param name="timeZoneId">The IANA zone of the dates.</param>
    /// <param name="total">How many there are in all, when more exist and no cursor leads to them.</param>
    public string Many(
        IReadOnlyList<JsonElement> items,
        ShapeDefinition shape,
        DetailLevel level,
        OutputOptions options,
        string? nextCursor,
        string timeZoneId,
        int? total = null
    ) =>
        Fit(
            level,
            options,
            (current, note) =>
            {
                ListHeader header = new(items.Count, shape.Plural, nextCursor, total, note);
                if (IsRaw(current, options))
                {
                    JsonElement[] raw = Raw(items, shape);
                    return format == OutputFormat.Json ? JsonLayout.Raw(raw, header) : TextLayout.Raw(raw, header);
                }

                ShapeField[] fields = FieldSelection.Choose(shape, current, options);
                ProjectedItem[] projected = [.. items.Select(item => ProjectedItem.Read(item, fields, timeZoneId))];
                return format == OutputFormat.Json
                    ? JsonLayout.Many(projected, header)
                    : TextLayout.Many(projected, header);
            }
        );

    private static JsonElement[] Raw(IReadOnlyList<JsonElement> items, ShapeDefinition shape) =>
        [.. items.Select(item => Credentials.Without(item, shape))];

    private string ShowOne(JsonElement item, ShapeField[] fields, string timeZoneId, string? note)
    {
        ProjectedItem projected = ProjectedItem.Read(item, fields, timeZoneId);
        return format == OutputFormat.Json ? JsonLayout.One(projected, note) : TextLayout.One(projected, note);
    }

    private static bool IsRaw(DetailLevel level, OutputOptions options) =>
        level == DetailLevel.Full && options.Fields.Count == 0;

    // Named fields have no lower level to fall back to.
    private string Fit(DetailLevel level, OutputOptions options, Func<DetailLevel, string?, string> write)
    {
        string text = write(level, null);
        DetailLevel current = level;
        while (IsTooLong(text) && current > DetailLevel.Names && options.Fields.Count == 0)
        {
            current--;
            text = write(
                current,
                $"shown as {current.ToString().ToLowerInvariant()}: more detail would pass {maximumBytes} bytes; use fields or a smaller limit"
            );
        }

        return IsTooLong(text) ? Cut(text) : text;
    }

    private bool IsTooLong(string text) => Encoding.UTF8.GetByteCount(text) > maximumBytes;

    // The last resort. No cursor can point into the middle of an answer, so the caller must ask for less.
    private string Cut(string text)
    {
        int low = 0;
        int high = text.Length;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            bool fits = Encoding.UTF8.GetByteCount(text.AsSpan(0, middle)) <= maximumBytes;
            (low, high) = fits ? (middle, high) : (low, middle - 1);
        }

        int end = low > 0 && char.IsHighSurrogate(text[low - 1]) ? low - 1 : low;
        return $"{text[..end]}\n[cut at {maximumBytes} bytes: ask again with a smaller limit or with fewer fields]";
    }
}
