using Markdig.Parsers;

namespace ClickUpMcp.Values;

/// <summary>Lists, as deeply nested as <see cref="TextBounds"/> allows.</summary>
internal sealed class BoundedListParser : ListBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor) =>
        TextBounds.MayNest(processor) ? base.TryOpen(processor) : BlockState.None;
}
