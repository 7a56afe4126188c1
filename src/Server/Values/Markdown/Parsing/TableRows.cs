using Markdig.Helpers;
using Markdig.Syntax;

namespace ClickUpMcp.Values;

/// <summary>Tables, which comments do not have: each row becomes a line of its cells, the head of them bold.</summary>
/// <remarks>Lines keep links and mentions, which code set in columns would not.</remarks>
internal static class TableRows
{
    private static readonly object Head = new();

    /// <summary>Makes a paragraph of each row, without the outer bars, and drops the row of dashes.</summary>
    /// <param name="paragraph">What may end with a table.</param>
    public static void Split(ParagraphBlock paragraph)
    {
        ref StringLineGroup lines = ref paragraph.Lines;
        int dashes = 1;
        while (dashes < lines.Count && !IsTable(lines.Lines[dashes - 1].Slice, lines.Lines[dashes].Slice))
        {
            dashes++;
        }

        if (dashes >= lines.Count)
        {
            return;
        }

        StringLineGroup table = lines;
        lines = new StringLineGroup(dashes);
        for (int i = 0; i < dashes - 1; i++)
        {
            lines.Add(ref table.Lines[i]);
        }

        for (int i = dashes - 1; i < table.Count; i++)
        {
            if (i != dashes)
            {
                AddRow(paragraph, ref table.Lines[i], isHead: i < dashes);
            }
        }
    }

    /// <summary>Whether a block is the head of a table.</summary>
    public static bool IsHead(LeafBlock block) => block.GetData(Head) is not null;

    private static void AddRow(ParagraphBlock paragraph, ref StringLine line, bool isHead)
    {
        Strip(ref line.Slice);
        ParagraphBlock row = ParagraphLines.Add(paragraph, ref line);
        if (isHead)
        {
            row.SetData(Head, Head);
        }
    }

    private static bool IsTable(StringSlice head, StringSlice dashes)
    {
        ReadOnlySpan<char> row = dashes.AsSpan().Trim();
        return row.Contains('|')
            && row.Contains('-')
            && !row.ContainsAnyExcept("|-: \t")
            && head.AsSpan().Contains('|')
            && head.AsSpan().ContainsAnyExcept("|-: \t")
            && Cells(head.AsSpan()) == Cells(row);
    }

    private static int Cells(ReadOnlySpan<char> row)
    {
        row = row.Trim();
        row = row.StartsWith('|') ? row[1..] : row;
        row = EndsWithBar(row) ? row[..^1] : row;
        int cells = 1;
        for (int i = 0; i < row.Length; i++)
        {
            cells += row[i] == '|' && (i == 0 || row[i - 1] != '\\') ? 1 : 0;
        }

        return cells;
    }

    private static void Strip(ref StringSlice row)
    {
        row.TrimEnd();
        if (row.CurrentChar == '|')
        {
            row.SkipChar();
        }

        if (EndsWithBar(row.AsSpan()))
        {
            row.End--;
        }

        row.Trim();
    }

    private static bool EndsWithBar(ReadOnlySpan<char> row) => row.EndsWith('|') && !row.EndsWith("\\|");
}
