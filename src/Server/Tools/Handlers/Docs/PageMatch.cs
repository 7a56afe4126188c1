using System.Text.Json;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>A page in which the words of a search are, and where in its text.</summary>
/// <param name="Page">The page.</param>
/// <param name="Section">The section that has the most of the words; null before the first heading.</param>
/// <param name="Text">What stands there.</param>
internal sealed record PageMatch(DocPageText Page, string? Section, string Text)
{
    private const int Before = 40;
    private const int Length = 160;

    /// <summary>What is found in a page; null unless all words are in it or its doc's name, and one at least in the page.</summary>
    public static PageMatch? Find(DocPageText page, string doc, IReadOnlyList<string> words)
    {
        string[] texts = [page.Content, page.Name, page.SubTitle];
        bool isThere = words.All(word => texts.Append(doc).Any(text => Has(text, word)));
        return isThere && words.Any(word => texts.Any(text => Has(text, word))) ? Place(page, words) : null;
    }

    public void Write(Utf8JsonWriter writer, string workspace, string doc, string name)
    {
        writer.WriteString("document", name);
        writer.WriteString("document_id", doc);
        writer.WriteString("creator_id", Page.Creator);
        writer.WriteString("page", Page.Name);
        writer.WriteString("page_id", Page.Id);
        if (Section is not null)
        {
            writer.WriteString("section", Section);
        }

        writer.WriteString("text", Text);
        if (DocLinks.OfPage(workspace, doc, Page.Id) is { } url)
        {
            writer.WriteString("url", url);
        }
    }

    private static PageMatch Place(DocPageText page, IReadOnlyList<string> words)
    {
        IReadOnlyList<PageHeading> headings = page.Outline.Headings;
        int end = headings.Count > 0 ? headings[0].Start : page.Content.Length;
        int most = CountIn(page.Content.AsSpan(0, end), words);
        PageHeading? best = null;
        foreach (PageHeading heading in headings)
        {
            int count = CountIn(page.Content.AsSpan(heading.Start..heading.OwnEnd), words);
            (best, most) = count > most ? (heading, count) : (best, most);
        }

        int start = best?.Body ?? 0;
        return new PageMatch(page, best?.Path, Snippet(page.Content.AsSpan(start..(best?.OwnEnd ?? end)), words));
    }

    private static int CountIn(ReadOnlySpan<char> text, IReadOnlyList<string> words)
    {
        int count = 0;
        foreach (string word in words)
        {
            count += text.Contains(word, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }

        return count;
    }

    private static string Snippet(ReadOnlySpan<char> text, IReadOnlyList<string> words)
    {
        int first = text.Length;
        foreach (string word in words)
        {
            int at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            first = at >= 0 ? Math.Min(first, at) : first;
        }

        // From the line on where it stands, so far as that begins close before it: of a table that is its row.
        int line = first == text.Length ? 0 : text[..first].LastIndexOf('\n') + 1;
        int start = Math.Max(line, first == text.Length ? 0 : first - Before);
        int end = Math.Min(text.Length, start + Length);
        // Half of a pair is no character.
        start += start > 0 && char.IsLowSurrogate(text[start]) ? 1 : 0;
        end -= end < text.Length && char.IsLowSurrogate(text[end]) ? 1 : 0;
        string shown = string.Join(
            ' ',
            text[start..end].ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        return $"{(start > line ? "…" : "")}{shown}{(end < text.Length ? "…" : "")}";
    }

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
