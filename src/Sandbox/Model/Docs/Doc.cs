namespace ClickUpMcp.Sandbox.Model;

/// <summary>A document; its pages hold the text.</summary>
internal sealed class Doc
{
    public required string Id { get; init; }

    public required Workspace Workspace { get; init; }

    public required string Name { get; init; }

    public required string ParentId { get; init; }

    public required ParentType ParentType { get; init; }

    public required Member Creator { get; init; }

    public required long DateCreated { get; init; }

    public long DateUpdated { get; set; }

    public bool IsPublic { get; init; } = true;

    public bool IsArchived { get; init; }

    public bool IsDeleted { get; init; }

    /// <summary>The pages that are in no other page.</summary>
    public List<DocPage> Pages { get; } = [];
}
