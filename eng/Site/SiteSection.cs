namespace ClickUpMcp.Site;

/// <summary>A group of pages in the navigation.</summary>
/// <param name="Name">What is written above them.</param>
/// <param name="Sources">Their Markdown files in the order in which they are listed; a folder stands for all in it that no other group names.</param>
internal sealed record SiteSection(string Name, params IReadOnlyList<string> Sources)
{
    /// <summary>The groups of this project's site.</summary>
    public static IReadOnlyList<SiteSection> All { get; } =
    [
        new(
            "Start",
            "README.md",
            "docs/install.md",
            "docs/clients.md",
            "docs/migrate.md",
            "docs/understanding.md",
            "docs/limits.md"
        ),
        new(
            "Host it",
            "docs/team.md",
            "docs/http.md",
            "docs/hosting.md",
            "docs/oauth.md",
            "docs/licences.md",
            "docs/rate-limiting.md",
            "docs/storage.md",
            "docs/storage-servers.md"
        ),
        new("Trust it", "docs/security.md", "docs/privacy.md", "SECURITY.md", "docs/unseen.md"),
        new("Tools", "docs/tools/README.md", "docs/tools/", "docs/other-servers.md"),
        new(
            "Work on it",
            "CONTRIBUTING.md",
            "docs/architecture.md",
            "docs/spec-language.md",
            "docs/diagnostics.md",
            "docs/handlers.md",
            "CHANGELOG.md",
            "docs/"
        ),
        new("Measured", "bench/results/"),
        new("Decided", "docs/decisions/"),
    ];
}
