using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace ClickUpMcp.Values;

/// <summary>Paragraphs whose text is all kept: no line of them is a definition of a link or underlines a heading.</summary>
internal sealed class TextParagraphParser : ParagraphBlockParser
{
    public TextParagraphParser() => ParseSetextHeadings = false;

    public override bool Close(BlockProcessor processor, Block block)
    {
        if (block is not ParagraphBlock paragraph)
        {
            return true;
        }

        ref StringLineGroup lines = ref paragraph.Lines;
        if (lines.Count == 0)
        {
            return false;
        }

        for (int i = 0; i < lines.Count; i++)
        {
            lines.Lines[i].Slice.TrimStart();
        }

        lines.Lines[lines.Count - 1].Slice.TrimEnd();
        TableRows.Split(paragraph);
        ParagraphLines.Bound(paragraph);
        return true;
    }
}
