namespace ClickUpMcp.Sandbox.Model;

/// <summary>A page of a document; pages nest.</summary>
internal sealed class DocPage
{
    public required string Id { get; init; }

    public required Doc Doc { get; init; }

    public required Member Creator { get; init; }

    public required long DateCreated { get; init; }

    public required string Name { get; set; }

    public long DateUpdated { get; set; }

    public string? SubTitle { get; set; }

    /// <summary>Markdown.</summary>
    public string Content { get; set; } = "";

    public Member? EditedBy { get; set; }

    public DocPage? Parent { get; init; }

    public List<DocPage> Pages { get; } = [];
}
