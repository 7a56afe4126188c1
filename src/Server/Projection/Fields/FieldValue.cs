using ClickUpMcp.Text;

namespace ClickUpMcp.Projection;

/// <summary>A field's value as it is shown: one text, or several.</summary>
/// <param name="Items">The texts, sanitised; never empty.</param>
/// <param name="Form">How they belong together.</param>
internal sealed record FieldValue(IReadOnlyList<string> Items, FieldForm Form)
{
    /// <summary>A value of one text; null when there is none.</summary>
    public static FieldValue? Of(string? text, FieldForm form = FieldForm.Text) =>
        text is null ? null : new FieldValue([text], form);

    /// <summary>A value of several texts; null when there are none.</summary>
    public static FieldValue? Of(IEnumerable<string> texts, FieldForm form)
    {
        List<string> items = texts as List<string> ?? [.. texts];
        return items.Count == 0 ? null : new FieldValue(items, form);
    }

    /// <summary>The value with at most so many characters, and a mark where something is missing.</summary>
    public FieldValue Shortened(int length)
    {
        if (Form == FieldForm.Literal || Items.Sum(static i => i.Length) <= length)
        {
            return this;
        }

        List<string> kept = [];
        int left = length;
        foreach (string item in Items)
        {
            if (item.Length > left)
            {
                break;
            }

            kept.Add(item);
            left -= item.Length;
        }

        if (Form is FieldForm.List or FieldForm.Lines)
        {
            return this with { Items = [.. kept, "…"] };
        }

        int end = length > 0 && char.IsHighSurrogate(Items[0][length - 1]) ? length - 1 : length;
        return this with { Items = [Items[0][..end] + "…"] };
    }

    /// <summary>So many characters of a text from a place on, and a mark where something follows; null for what does not reach that far.</summary>
    /// <remarks>Windows that follow each other leave no character out and repeat none; lists have only a first one.</remarks>
    /// <param name="start">The place.</param>
    /// <param name="length">How many characters.</param>
    /// <param name="texts">Says which mark the text has, that stands before each window; null where there are none.</param>
    public FieldValue? Window(int start, int length, AuthoredTexts? texts = null)
    {
        if (Form is not (FieldForm.Text or FieldForm.Block))
        {
            return start > 0 ? null : Shortened(length);
        }

        string text = Items[0];
        if (start > 0 && start >= text.Length)
        {
            return null;
        }

        string mark = start > 0 && texts?.MarkIn(text) is { } own ? $"{own}\n" : string.Empty;
        int from = Whole(start);
        int end = Whole((int)Math.Min((long)start + length, text.Length));
        return from == 0 && end == text.Length
            ? this
            : this with
            {
                Items = [mark + text[from..end] + (end < text.Length ? "…" : string.Empty)],
            };

        // Both halves of a surrogate pair stand on the same side.
        int Whole(int place) =>
            place > 0 && place < text.Length && char.IsLowSurrogate(text[place]) ? place - 1 : place;
    }

    /// <summary>Whether text shows it below its name rather than beside it.</summary>
    public bool IsLong => Form is FieldForm.Block or FieldForm.Lines;

    /// <summary>Whether it is a text of several lines.</summary>
    public bool HasLines => Form == FieldForm.Block && Items[0].Contains('\n', StringComparison.Ordinal);

    /// <summary>The value on one line.</summary>
    public string Line =>
        Form switch
        {
            FieldForm.Block => OutputSanitizer.CleanLine(Items[0]),
            FieldForm.Lines => string.Join(
                "; ",
                Items.Select(static i => Quoted.IfItHolds(OutputSanitizer.CleanLine(i), ";"))
            ),
            FieldForm.List when Items.Count > 1 => string.Join(
                ", ",
                Items.Select(static i => Quoted.IfItHolds(i, ","))
            ),
            _ => Items[0],
        };
}
