using Markdig.Helpers;
using Markdig.Syntax;

namespace ClickUpMcp.Values;

/// <summary>Makes paragraphs of the lines of one.</summary>
internal static class ParagraphLines
{
    /// <summary>Makes a paragraph of each line where the whole has too many marks; none can then reach over a line.</summary>
    public static void Bound(ParagraphBlock paragraph)
    {
        TextBounds.Apply(paragraph);
        if (paragraph.ProcessInlines || paragraph.Lines.Count < 2)
        {
            return;
        }

        StringLineGroup lines = paragraph.Lines;
        paragraph.Lines = new StringLineGroup(1);
        for (int i = 0; i < lines.Count; i++)
        {
            Add(paragraph, ref lines.Lines[i]);
        }
    }

    /// <summary>Adds a line: to the paragraph if that has none yet, else as a paragraph behind it.</summary>
    public static ParagraphBlock Add(ParagraphBlock paragraph, ref StringLine line)
    {
        ParagraphBlock added = paragraph;
        if (paragraph.Lines.Count > 0)
        {
            added = new ParagraphBlock(paragraph.Parser)
            {
                Line = line.Line,
                Column = paragraph.Column,
                IsOpen = false,
                Lines = new StringLineGroup(1),
            };
            paragraph.Parent!.Add(added);
        }

        added.Lines.Add(ref line);
        TextBounds.Apply(added);
        return added;
    }
}
