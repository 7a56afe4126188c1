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
        StringBuilder text = new();
        StringBuilder blocks = new();
        AppendLine(text, notes.Note is null ? null : $"({notes.Note})");
        foreach ((ShapeField field, FieldValue? value) in item.Fields.Zip(item.Values))
        {
            switch (value?.Form)
            {
                case null:
                    break;
                case FieldForm.Block or FieldForm.Lines:
                    AppendLine(blocks, $"{field.Name}:");
                    AppendBlock(blocks, value);
                    break;
                default:
                    AppendLine(text, $"{field.Name}: {value.Line}");
                    break;
            }
        }

        return Ended(text.Append(blocks), notes);
    }

    // What follows an item's first line is set in further, so that none of it can pass for the next item.
    private static void AppendBlock(StringBuilder text, FieldValue value)
    {
        string further = value.Form == FieldForm.Lines ? Indent + Indent : Indent;
        foreach (string item in value.Items)
        {
            string[] lines = item.Split('\n');
            AppendLine(text, Indent + lines[0]);
            foreach (string line in lines.AsSpan(1))
            {
                AppendLine(text, further + line);
            }
        }
    }

    public override string Raw(JsonElement item, ResultNotes notes) =>
        Ended(new StringBuilder(RawJson.Compact(item)).Append('\n'), notes);

    /// <summary>A header, the values that all or most items share, and a table of the rest without its empty columns.</summary>
    /// <remarks>Texts of several lines would lose these in a table, and with them the sense of code.</remarks>
    public override string Many(IReadOnlyList<ProjectedItem> items, ListHeader header)
    {
        if (items.Any(static item => item.Values.Any(static value => value is { HasLines: true })))
        {
            return Series(items, header);
        }

        StringBuilder text = new();
        AppendLine(text, header.Line);
        if (items.Count > 0)
        {
            new TextTable(items).AppendTo(text);
        }

        return Ended(text, header.Notes);
    }

    public override string Series(IReadOnlyList<ProjectedItem> items, ListHeader header)
    {
        StringBuilder text = new();
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
        StringBuilder text = new();
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

        return text.ToString().TrimEnd('\n');
    }

    private static void AppendLine(StringBuilder text, string? line)
    {
        if (line is not null)
        {
            text.Append(line).Append('\n');
        }
    }
}
