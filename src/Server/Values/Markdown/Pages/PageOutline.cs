using Markdig.Syntax;

namespace ClickUpMcp.Values;

/// <summary>The headings of a page and the sections that they begin.</summary>
/// <remarks>Headings within quotes, lists, code and HTML begin no section.</remarks>
internal sealed class PageOutline
{
    /// <summary>What stands between the headings of a path.</summary>
    public const string Separator = " > ";

    private PageOutline(string page, IReadOnlyList<PageHeading> headings, bool isOpen)
    {
        Page = page;
        Headings = headings;
        IsOpen = isOpen;
    }

    /// <summary>The Markdown.</summary>
    public string Page { get; }

    /// <summary>The headings in their order.</summary>
    public IReadOnlyList<PageHeading> Headings { get; }

    /// <summary>Whether it ends within code that is never closed, so that what is added to the end would be code, too.</summary>
    public bool IsOpen { get; }

    /// <summary>The line end of the page.</summary>
    public string LineEnd => Page.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    public static PageOutline Read(string page)
    {
        MarkdownDocument tree = PageTree.Parse(page);
        PageHeading[] headings =
        [
            .. tree.OfType<HeadingBlock>()
                .Select(block => new PageHeading(
                    block.Level,
                    PageTree.TextOf(block),
                    LineStart(page, block.Span.Start),
                    NextLine(page, block.Span.End)
                )),
        ];
        bool isOpen = tree.LastChild is FencedCodeBlock { ClosingFencedCharCount: 0 };
        return new PageOutline(page, Arrange(headings, page.Length), isOpen);
    }

    /// <summary>A section with its heading and the sections below it, without the white space around it.</summary>
    public string TextOf(PageHeading heading) => Page[heading.Start..heading.End].TrimEnd();

    private static PageHeading[] Arrange(PageHeading[] headings, int length)
    {
        List<PageHeading> chain = [];
        for (int i = 0; i < headings.Length; i++)
        {
            PageHeading heading = headings[i];
            chain.RemoveAll(above => above.Level >= heading.Level);
            chain.Add(heading);
            int next = Array.FindIndex(headings, i + 1, one => one.Level <= heading.Level);
            headings[i] = heading with
            {
                Chain = [.. chain],
                OwnEnd = i + 1 < headings.Length ? headings[i + 1].Start : length,
                End = next < 0 ? length : headings[next].Start,
            };
        }

        return
        [
            .. headings
                .GroupBy(static one => one.Trail, StringComparer.Ordinal)
                .SelectMany(Named)
                .OrderBy(static one => one.Start),
        ];
    }

    private static IEnumerable<PageHeading> Named(IGrouping<string, PageHeading> alike)
    {
        PageHeading[] all = [.. alike];
        return all.Select((one, at) => one with { Path = all.Length == 1 ? alike.Key : $"{alike.Key} [{at + 1}]" });
    }

    private static int LineStart(string page, int at)
    {
        int end = page.AsSpan(0, Math.Min(at, page.Length)).LastIndexOfAny('\r', '\n');
        return end + 1;
    }

    private static int NextLine(string page, int at)
    {
        int from = Math.Clamp(at, 0, page.Length);
        int end = page.AsSpan(from).IndexOfAny('\r', '\n');
        return end < 0 ? page.Length
            : page.AsSpan(from + end) is ['\r', '\n', ..] ? from + end + 2
            : from + end + 1;
    }
}
