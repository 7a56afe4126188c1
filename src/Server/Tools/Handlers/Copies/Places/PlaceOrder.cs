using ClickUpMcp.Api;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Which list or folder is to be copied, where to, and how.</summary>
/// <param name="List">The list; null where a folder is copied.</param>
/// <param name="Folder">The folder; null where a list is copied.</param>
/// <param name="Parts">What of the tasks is copied.</param>
internal sealed record PlaceOrder(ListId? List, FolderId? Folder, CopyParts Parts)
{
    /// <summary>The folder that the copy of a list goes to.</summary>
    public FolderId? ToFolder { get; init; }

    /// <summary>The space that it goes to; neither means the place of the original.</summary>
    public SpaceId? ToSpace { get; init; }

    /// <summary>What the copy is called; null for the name of the original.</summary>
    public string? Name { get; init; }

    /// <summary>By how many days dates of tasks move.</summary>
    public int ShiftDays { get; init; }
}
