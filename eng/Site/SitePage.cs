namespace ClickUpMcp.Site;

/// <summary>One page of the site.</summary>
/// <param name="Source">The Markdown file, from the repository's root, with <c>/</c>.</param>
/// <param name="Title">Its first heading as text.</param>
/// <param name="Body">What it says, as HTML.</param>
internal sealed record SitePage(string Source, string Title, string Body)
{
    /// <summary>Where it is on the site.</summary>
    public string Path => PathOf(Source);

    /// <summary>Where the page of a Markdown file is: README.md is the index of its folder.</summary>
    public static string PathOf(string source)
    {
        var folder = source[..(source.LastIndexOf('/') + 1)];
        var name = System.IO.Path.GetFileNameWithoutExtension(source);
        return $"{folder}{(name == "README" ? "index" : name)}.html";
    }
}
