using Markdig.Parsers;

namespace ClickUpMcp.Values;

/// <summary>Quotes, as deeply nested as <see cref="TextBounds"/> allows.</summary>
internal sealed class BoundedQuoteParser : QuoteBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor) =>
        TextBounds.MayNest(processor) ? base.TryOpen(processor) : BlockState.None;
}
