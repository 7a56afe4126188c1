using ClickUpMcp.Errors;

namespace ClickUpMcp.Values;

/// <summary>Changes one section of a page, and refuses a text that would change the others.</summary>
internal static class SectionEdit
{
    private const int DeepestLevel = 6;

    /// <summary>The page with another text below the heading; a text that begins with a heading of the same level takes the heading's place, too.</summary>
    /// <exception cref="ActionableException">The text would end the section or swallow what comes after it.</exception>
    public static string Replace(PageOutline outline, PageHeading section, string text)
    {
        string written = Fit(text, outline.LineEnd);
        IReadOnlyList<PageHeading> given = PageOutline.Read(written).Headings;
        bool hasHeading = given is [{ Start: 0 } first, ..] && first.Level == section.Level;
        string heading = outline.Page[section.Start..section.Body].TrimEnd('\r', '\n');
        string whole =
            hasHeading ? written
            : written.Length == 0 ? heading
            : string.Concat(heading, Blank(outline), written);
        string page = Join(outline, section.Start, whole, section.End);
        CheckLevels(given.Skip(hasHeading ? 1 : 0), section);
        CheckOthers(
            page,
            [
                .. outline.Headings.Where(one => one.Start < section.Start),
                .. hasHeading ? [] : new[] { section },
                .. given,
                .. outline.Headings.Where(one => one.Start >= section.End),
            ]
        );
        return page;
    }

    /// <summary>The page with a text at the end of the section's own text; one that begins with a heading stands behind the sections below it.</summary>
    /// <exception cref="ActionableException">The text would end the section or swallow what comes after it.</exception>
    public static string Append(PageOutline outline, PageHeading section, string text)
    {
        string written = Fit(text, outline.LineEnd);
        IReadOnlyList<PageHeading> given = PageOutline.Read(written).Headings;
        int at = given is [{ Start: 0 }, ..] ? section.End : section.OwnEnd;
        if (at == outline.Page.Length && outline.IsOpen)
        {
            throw new ActionableException(
                "The section ends in a code block that is never closed.",
                "What is added to it would be code, too. Nothing was changed.",
                "Give the whole section to replace_section, with the code block closed."
            );
        }

        int start = outline.Page.AsSpan(0, at).TrimEnd().Length;
        string page = Join(outline, start, string.Concat(Blank(outline), written), at);
        CheckLevels(given, section);
        CheckOthers(
            page,
            [
                .. outline.Headings.Where(one => one.Start < at),
                .. given,
                .. outline.Headings.Where(one => one.Start >= at),
            ]
        );
        return page;
    }

    private static string Blank(PageOutline outline) => string.Concat(outline.LineEnd, outline.LineEnd);

    private static string Join(PageOutline outline, int start, string middle, int end)
    {
        string page = outline.Page;
        string rest = page[end..];
        string gap =
            rest.Length > 0 ? Blank(outline)
            : page.EndsWith('\n') ? outline.LineEnd
            : string.Empty;
        return string.Concat(page[..start], middle.TrimEnd(), gap, rest);
    }

    private static string Fit(string text, string lineEnd) =>
        text.ReplaceLineEndings("\n").Trim('\n').TrimEnd().ReplaceLineEndings(lineEnd);

    private static void CheckLevels(IEnumerable<PageHeading> given, PageHeading section)
    {
        if (given.FirstOrDefault(one => one.Level <= section.Level) is { } outer)
        {
            throw new ActionableException(
                $"The text has the heading \"{outer.Text}\" of level {outer.Level}, which would end the section, itself of level {section.Level}.",
                "Nothing was changed.",
                section.Level == DeepestLevel
                    ? "Leave headings out of the text."
                    : $"Begin the headings below it with at least {section.Level + 1} of the signs #."
            );
        }
    }

    // Whatever the grammar makes of the text, every other heading must still be one, in its place.
    private static void CheckOthers(string page, IReadOnlyList<PageHeading> expected)
    {
        if (!PageOutline.Read(page).Headings.Select(Shown).SequenceEqual(expected.Select(Shown)))
        {
            throw new ActionableException(
                "The text would change the sections beside the one it is for.",
                "A code block or HTML in it is not closed, or it runs into what comes next. Nothing was changed.",
                "Close it, and send the text again."
            );
        }
    }

    private static (int Level, string Text) Shown(PageHeading heading) => (heading.Level, heading.Text);
}
