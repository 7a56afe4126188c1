namespace ClickUpMcp.Values;

/// <summary>A heading of a page and the section below it.</summary>
/// <param name="Level">From 1, the outermost, to 6.</param>
/// <param name="Text">Its words.</param>
/// <param name="Start">Where its line begins.</param>
/// <param name="Body">Where what is below it begins.</param>
internal sealed record PageHeading(int Level, string Text, int Start, int Body)
{
    /// <summary>The headings that it is below of, outermost first, and itself.</summary>
    public IReadOnlyList<PageHeading> Chain { get; init; } = [];

    /// <summary>The words of the chain, and which of the like-named sections it is; no other section of the page has the same.</summary>
    public string Path { get; init; } = Text;

    /// <summary>Where its own text ends: at the first section below it.</summary>
    public int OwnEnd { get; init; }

    /// <summary>Where it ends with all sections below it.</summary>
    public int End { get; init; }

    /// <summary>The words of the chain.</summary>
    public string Trail => string.Join(PageOutline.Separator, Chain.Select(static heading => heading.Text));
}
