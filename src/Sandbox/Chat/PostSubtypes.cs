using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Chat;

/// <summary>The kinds of posts that every workspace has.</summary>
internal static class PostSubtypes
{
    public static PostSubtype[] All { get; } =
    [
        new(SandboxSeed.AnnouncementSubtypeId, "Announcement"),
        new("4d1d0c2e-c0de-4acb-8000-0000000d0002", "Discussion"),
        new("4d1d0c2e-c0de-4acb-8000-0000000d0003", "Idea"),
        new("4d1d0c2e-c0de-4acb-8000-0000000d0004", "Update"),
    ];

    public static PostSubtype? Find(string? id) => Array.Find(All, subtype => subtype.Id == id);
}
