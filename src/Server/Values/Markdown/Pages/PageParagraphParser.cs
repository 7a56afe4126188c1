using Markdig.Parsers;
using Markdig.Syntax;

namespace ClickUpMcp.Values;

/// <summary>Paragraphs of a page: only whether they are underlined headings counts, so no definition of a link is looked for in them.</summary>
internal sealed class PageParagraphParser : ParagraphBlockParser
{
    public override bool Close(BlockProcessor processor, Block block)
    {
        if (block is ParagraphBlock paragraph)
        {
            paragraph.ProcessInlines = false;
        }

        return true;
    }
}
