namespace ClickUpMcp.Site;

/// <summary>The documentation as a static site: a page for each Markdown file, without script and with nothing from elsewhere.</summary>
internal sealed class DocsSite
{
    private readonly string _root;
    private readonly IReadOnlySet<string> _files;

    private DocsSite(string root, IReadOnlyList<SitePage> pages, SiteLinks links)
    {
        _root = root;
        _files = links.Files;
        Pages = pages;
        DeadLinks = links.Dead;
    }

    /// <summary>The pages, in the order of the navigation.</summary>
    public IReadOnlyList<SitePage> Pages { get; }

    /// <summary>Links that lead nowhere, each with its page.</summary>
    public IReadOnlyList<string> DeadLinks { get; }

    /// <summary>Reads the Markdown of a repository.</summary>
    public static DocsSite Read(string root)
    {
        var sources = SourcesOf(root);
        var documents = sources
            .SelectMany(static section => section.Sources)
            .ToDictionary(
                static source => source,
                source => SiteMarkdown.Parse(File.ReadAllText(Path.Combine(root, source)))
            );
        var links = new SiteLinks(root, documents);
        List<SitePage> pages = [];
        foreach (var (source, document) in documents)
        {
            links.Rewrite(source);
            pages.Add(new SitePage(source, SiteMarkdown.TitleOf(document), SiteMarkdown.Render(document)));
        }

        return new DocsSite(root, pages, links) { Sections = sources };
    }

    /// <summary>Writes the site into a folder that is emptied before.</summary>
    public void Write(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        var titles = Pages.ToDictionary(static page => page.Source, static page => page.Title);
        foreach (var page in Pages)
        {
            WriteFile(folder, page.Path, SiteTemplate.Whole(page, Sections, titles));
        }

        WriteFile(folder, SiteTemplate.StyleSheet, SiteTemplate.Style);
        foreach (var file in _files)
        {
            var target = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(_root, file), target);
        }
    }

    private IReadOnlyList<SiteSection> Sections { get; init; } = [];

    /// <summary>The groups of the navigation with every file by its name.</summary>
    private static List<SiteSection> SourcesOf(string root)
    {
        var named = SiteSection.All.SelectMany(static section => section.Sources).ToHashSet();
        return
        [
            .. SiteSection.All.Select(section =>
                section with
                {
                    Sources =
                    [
                        .. section.Sources.SelectMany(source => source.EndsWith('/') ? Others(source) : [source]),
                    ],
                }
            ),
        ];

        IEnumerable<string> Others(string folder) =>
            Directory
                .EnumerateFiles(Path.Combine(root, folder), "*.md")
                .Select(file => folder + Path.GetFileName(file))
                .Where(source => !named.Contains(source))
                .Order(StringComparer.Ordinal);
    }

    private static void WriteFile(string folder, string path, string content)
    {
        var target = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllText(target, content);
    }
}
