using System.Text;
using System.Text.Json;

namespace ClickUpMcp.Projection;

/// <summary>Lays results out as text that costs few tokens and that no value can forge.</summary>
/// <remarks>
/// Cells and lines hold no tabs or line breaks, so no value can add a column or a line; long texts are indented, so none can pass for a field.
/// </remarks>
internal sealed class TextLayout : Layout
{
    private const string Indent = "  ";

    /// <summary>One thing as <c>name: value</c> lines, long texts last.</summary>
    public override string One(ProjectedItem item, ResultNotes notes)
    {
        StringBuilder text = KeptBuilder.Take();
        if (notes.Note is not null)
        {
            text.Append('(').Append(notes.Note).Append(")\n");
        }

        for (int i = 0; i < item.Fields.Length; i++)
        {
            if (item.Values[i] is { IsLong: false } value)
            {
                text.Append(item.Fields[i].Name).Append(": ").Append(value.Line).Append('\n');
            }
        }

        for (int i = 0; i < item.Fields.Length; i++)
        {
            if (item.Values[i] is { IsLong: true } value)
            {
                text.Append(item.Fields[i].Name).Append(":\n");
                AppendBlock(text, value);
            }
        }

        return Ended(text, notes);
    }

    // What follows an item's first line is set in further, so that none of it can pass for the next item.
    private static void AppendBlock(StringBuilder text, FieldValue value)
    {
        string further = value.Form == FieldForm.Lines ? Indent + Indent : Indent;
        foreach (string item in value.Items)
        {
            string indent = Indent;
            foreach (Range line in item.AsSpan().Split('\n'))
            {
                text.Append(indent).Append(item.AsSpan(line)).Append('\n');
                indent = further;
            }
        }
    }

    public override string Raw(JsonElement item, ResultNotes notes) =>
        Ended(KeptBuilder.Take().Append(RawJson.Compact(item)).Append('\n'), notes);

    /// <summary>A header, the values that all or most items share, and a table of the rest without its empty columns.</summary>
    /// <remarks>Texts of several lines would lose these in a table, and with them the sense of code.</remarks>
    public override string Many(IReadOnlyList<ProjectedItem> items, ListHeader header)
    {
        if (items.Any(static item => Array.Exists(item.Values, static value => value is { HasLines: true })))
        {
            return Series(items, header);
        }

        StringBuilder text = KeptBuilder.Take();
        AppendLine(text, header.Line);
        if (items.Count > 0)
        {
            new TextTable(items).AppendTo(text);
        }

        return Ended(text, header.Notes);
    }

    public override string Series(IReadOnlyList<ProjectedItem> items, ListHeader header)
    {
        StringBuilder text = KeptBuilder.Take();
        AppendLine(text, header.Line);
        foreach (ProjectedItem item in items)
        {
            AppendLine(text, "\n" + One(item, new ResultNotes(null, [])));
        }

        return Ended(text, header.Notes);
    }

    /// <summary>A header and one line of JSON per raw item.</summary>
    public override string Raw(IReadOnlyList<JsonElement> items, ListHeader header)
    {
        StringBuilder text = KeptBuilder.Take();
        AppendLine(text, header.Line);
        foreach (JsonElement item in items)
        {
            AppendLine(text, RawJson.Compact(item));
        }

        return Ended(text, header.Notes);
    }

    private static string Ended(StringBuilder text, ResultNotes notes)
    {
        foreach (string remark in notes.Remarks)
        {
            AppendLine(text, remark);
        }

        while (text.Length > 0 && text[^1] == '\n')
        {
            text.Length--;
        }

        return KeptBuilder.Finish(text);
    }

    private static void AppendLine(StringBuilder text, string line) => text.Append(line).Append('\n');
}
