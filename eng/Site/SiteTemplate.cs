using System.Net;
using System.Text;

namespace ClickUpMcp.Site;

/// <summary>What is around the text of every page: title, navigation, style.</summary>
internal static class SiteTemplate
{
    /// <summary>Where the style sheet is on the site.</summary>
    public const string StyleSheet = "site.css";

    private const string Name = "clickup-mcp";

    /// <summary>The style sheet.</summary>
    public static string Style
    {
        get
        {
            using var reader = new StreamReader(
                typeof(SiteTemplate).Assembly.GetManifestResourceStream(StyleSheet)!,
                Encoding.UTF8
            );
            return reader.ReadToEnd();
        }
    }

    /// <summary>A page as a whole document.</summary>
    /// <param name="page">The page.</param>
    /// <param name="sections">The navigation.</param>
    /// <param name="titles">Each page's title by its source.</param>
    public static string Whole(
        SitePage page,
        IReadOnlyList<SiteSection> sections,
        IReadOnlyDictionary<string, string> titles
    )
    {
        var title = page.Title == Name ? Name : $"{page.Title} · {Name}";
        return $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{WebUtility.HtmlEncode(title)}</title>
            <link rel="stylesheet" href="{SiteLinks.Relative(page.Source, StyleSheet)}">
            </head>
            <body>
            <header><a class="name" href="{SiteLinks.Relative(
                page.Source,
                "index.html"
            )}">{Name}</a> <a class="menu" href="#pages">All pages</a></header>
            <main id="text">
            {page.Body}</main>
            <nav id="pages" aria-label="All pages">
            {string.Concat(sections.Select(section => Group(page, section, titles)))}</nav>
            </body>
            </html>

            """;
    }

    private static string Group(SitePage page, SiteSection section, IReadOnlyDictionary<string, string> titles)
    {
        var isOpen = section.Sources.Contains(page.Source) || section.Sources.Count < 10;
        var items = section.Sources.Select(source =>
        {
            var current = source == page.Source ? " aria-current=\"page\"" : "";
            var address = SiteLinks.Relative(page.Source, SitePage.PathOf(source));
            return $"<li><a href=\"{address}\"{current}>{WebUtility.HtmlEncode(titles[source])}</a></li>\n";
        });
        return $"<details{(isOpen ? " open" : "")}><summary>{section.Name}</summary>\n<ul>\n{string.Concat(items)}</ul>\n</details>\n";
    }
}
