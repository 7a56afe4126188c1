using Markdig.Parsers;
using Markdig.Syntax;

namespace ClickUpMcp.Values;

/// <summary>Rules across the page; dashes below a paragraph are one, too, since they underline no heading here.</summary>
internal sealed class RuleParser : ThematicBreakParser
{
    private const int Dashes = 3;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        BlockState state = base.TryOpen(processor);
        ReadOnlySpan<char> line = processor.Line.AsSpan().Trim(" \t");
        bool isRule = line.Length >= Dashes && !line.ContainsAnyExcept('-');
        if (state != BlockState.None || processor.IsCodeIndent || !isRule)
        {
            return state;
        }

        processor.NewBlocks.Push(
            new ThematicBreakBlock(this)
            {
                Column = processor.Column,
                Span = new SourceSpan(processor.Start, processor.Line.End),
                ThematicChar = '-',
                ThematicCharCount = line.Length,
            }
        );
        return BlockState.BreakDiscard;
    }
}
