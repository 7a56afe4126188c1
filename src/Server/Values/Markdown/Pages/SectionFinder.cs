using System.Globalization;
using ClickUpMcp.Errors;

namespace ClickUpMcp.Values;

/// <summary>Finds the section of a page that a caller means: never a guess between two.</summary>
internal static class SectionFinder
{
    private const int MostOptions = 50;
    private const int DeepestLevel = 6;

    /// <summary>The section with this heading, or with this path of headings.</summary>
    /// <exception cref="ActionableException">There is none, or there are several.</exception>
    public static PageHeading Find(PageOutline outline, string section)
    {
        IReadOnlyList<PageHeading> found = Matches(outline.Headings, section.Trim());
        return found is [var only] ? only : throw Refuse(outline.Headings, found, section.Trim());
    }

    private static IReadOnlyList<PageHeading> Matches(IReadOnlyList<PageHeading> headings, string section)
    {
        PageHeading[] named = [.. headings.Where(one => one.Path == section)];
        if (named.Length > 0)
        {
            return named;
        }

        // As a heading is written: its signs say how deep it is.
        int level = section.AsSpan().IndexOfAnyExcept('#');
        if (level is > 0 and <= DeepestLevel && section[level] == ' ')
        {
            return OfName(
                [.. headings.Where(one => one.Level == level)],
                section[level..].Trim().TrimEnd('#').TrimEnd()
            );
        }

        IReadOnlyList<PageHeading> found = OfName(headings, section);
        return found.Count == 0 && NumberOf(section) is { } numbered
            ? Nth(OfName(headings, numbered.Name), numbered.Number)
            : found;
    }

    // The stricter comparison counts first, and a heading that holds the separator before a path.
    private static PageHeading[] OfName(IReadOnlyList<PageHeading> headings, string name)
    {
        string[] path = [.. name.Split('>').Select(static part => part.Trim())];
        foreach (Func<string, string, bool> isSame in Comparisons)
        {
            PageHeading[] whole = [.. headings.Where(one => isSame(one.Text, name))];
            PageHeading[] found =
                whole.Length > 0 || path.Length < 2
                    ? whole
                    : [.. headings.Where(one => EndsWith(one.Chain, path, isSame))];
            if (found.Length > 0)
            {
                return found;
            }
        }

        return [];
    }

    private static Func<string, string, bool>[] Comparisons { get; } =
    [
        static (one, other) => one == other,
        static (one, other) => FoldedName.Of(one).Plain == FoldedName.Of(other).Plain,
        static (one, other) => FoldedName.Of(one).IsWhole(FoldedName.Of(other)),
    ];

    // A path may leave out headings, but for the last.
    private static bool EndsWith(IReadOnlyList<PageHeading> chain, string[] path, Func<string, string, bool> isSame)
    {
        int left = path.Length - 1;
        if (!isSame(chain[^1].Text, path[left]))
        {
            return false;
        }

        for (int i = chain.Count - 2; i >= 0 && left > 0; i--)
        {
            left -= isSame(chain[i].Text, path[left - 1]) ? 1 : 0;
        }

        return left == 0;
    }

    private static IReadOnlyList<PageHeading> Nth(PageHeading[] found, int number) =>
        number >= 1 && number <= found.Length && found.All(one => one.Trail == found[0].Trail)
            ? [found[number - 1]]
            : found;

    private static (string Name, int Number)? NumberOf(string section)
    {
        int open = section.LastIndexOf('[');
        return
            open > 0
            && section.EndsWith(']')
            && int.TryParse(
                section.AsSpan(open + 1, section.Length - open - 2),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out int number
            )
            ? (section[..open].TrimEnd(), number)
            : null;
    }

    private static ActionableException Refuse(
        IReadOnlyList<PageHeading> headings,
        IReadOnlyList<PageHeading> found,
        string section
    )
    {
        string shown = section.Length > 100 ? $"{section[..100]}…" : section;
        IReadOnlyList<PageHeading> options = found.Count > 0 ? found : headings;
        return new ActionableException(
            found.Count > 0
                ? $"{found.Count} sections of the page are called \"{shown}\"."
                : $"The page has no section \"{shown}\".",
            headings.Count == 0 ? "It has no headings at all."
                : options.Count > MostOptions ? $"It has {options.Count} headings; these are the first {MostOptions}."
                : null,
            headings.Count == 0
                ? "Use update_document_page, which writes pages without sections."
                : "Give one of these as section.",
            [.. options.Take(MostOptions).Select(static one => one.Path)]
        );
    }
}
