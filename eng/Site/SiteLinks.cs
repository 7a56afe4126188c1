using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ClickUpMcp.Site;

/// <summary>Turns the links between files of the repository into links between pages, and notes those that lead nowhere.</summary>
/// <param name="root">The repository.</param>
/// <param name="documents">Every page's Markdown by its path.</param>
internal sealed class SiteLinks(string root, IReadOnlyDictionary<string, MarkdownDocument> documents)
{
    private readonly Dictionary<string, IReadOnlySet<string>> _anchors = documents.ToDictionary(
        static document => document.Key,
        static document => (IReadOnlySet<string>)SiteMarkdown.AnchorsOf(document.Value).ToHashSet()
    );

    /// <summary>Links that lead nowhere, each with its page.</summary>
    public List<string> Dead { get; } = [];

    /// <summary>Files that pages show or link to, and that are no pages.</summary>
    public SortedSet<string> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Rewrites all links of a page.</summary>
    public void Rewrite(string source)
    {
        foreach (var link in documents[source].Descendants<LinkInline>())
        {
            if (link.Url is { } url && !url.Contains(':', StringComparison.Ordinal))
            {
                link.Url = Rewritten(source, url);
            }
        }
    }

    private string Rewritten(string source, string url)
    {
        var (path, anchor) = url.Split('#', 2) is [var before, var after] ? (before, after) : (url, null);
        var target = path.Length == 0 ? source : Resolve(source, path);
        if (documents.ContainsKey(target))
        {
            if (anchor is not null && !_anchors[target].Contains(anchor))
            {
                Dead.Add($"{source}: {url} (no such heading)");
            }

            return Relative(source, SitePage.PathOf(target)) + (anchor is null ? "" : $"#{anchor}");
        }

        if (!File.Exists(Path.Combine(root, target)))
        {
            Dead.Add($"{source}: {url}");
            return url;
        }

        Files.Add(target);
        return Relative(source, target);
    }

    /// <summary>The file that a link means; of a folder its first page.</summary>
    private string Resolve(string source, string path)
    {
        var full = Path.GetFullPath(Path.Combine(root, Path.GetDirectoryName(source)!, path));
        var target = Path.GetRelativePath(root, full).Replace('\\', '/').TrimEnd('/');
        return Directory.Exists(full)
            ? documents.Keys.FirstOrDefault(page => page.StartsWith($"{target}/", StringComparison.Ordinal)) ?? target
            : target;
    }

    /// <summary>The address of a page or file as a page links to it.</summary>
    public static string Relative(string source, string target) =>
        string.Concat(Enumerable.Repeat("../", source.Count(static c => c == '/'))) + target;
}
