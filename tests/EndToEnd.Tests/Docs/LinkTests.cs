using ClickUpMcp.Driver;

namespace EndToEnd.Tests.Docs;

/// <summary>Every link of the pages leads somewhere.</summary>
public sealed class LinkTests
{
    [Fact]
    public void Links_within_the_repository_lead_to_files_and_headings_that_exist() =>
        MarkdownPage
            .All.SelectMany(page => page.Targets.Select(target => Problem(page, target)))
            .OfType<string>()
            .ShouldBeEmpty();

    [Fact]
    public void There_are_links_to_check() =>
        MarkdownPage.All.Sum(page => page.Targets.Count()).ShouldBeGreaterThan(100);

    private static string? Problem(MarkdownPage page, string target)
    {
        if (target.Contains("://", StringComparison.Ordinal))
        {
            return Uri.TryCreate(target, UriKind.Absolute, out var address) && address.Scheme == "https"
                ? null
                : $"{page.Path}: {target} is no https address";
        }

        var parts = target.Split('#', 2);
        var path = parts[0].Length == 0 ? page.Path : Resolve(page.Path, parts[0]);
        if (!File.Exists(Repository.At(path)) && !Directory.Exists(Repository.At(path)))
        {
            return $"{page.Path}: there is no {target}";
        }

        return parts is [_, var anchor] && MarkdownPage.Find(path) is { } linked && !linked.Anchors.Contains(anchor)
            ? $"{page.Path}: {path} has no heading #{anchor}"
            : null;
    }

    private static string Resolve(string page, string link) =>
        Path.GetRelativePath(
                Repository.Root,
                Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Repository.At(page))!, link))
            )
            .Replace('\\', '/');
}
