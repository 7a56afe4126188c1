namespace ClickUpMcp.Resolution;

/// <summary>What a kind of thing is called in a sentence.</summary>
internal static class EntityNoun
{
    public static string Of(EntityKind kind) =>
        kind switch
        {
            EntityKind.Workspace => "workspace",
            EntityKind.Space => "space",
            EntityKind.Folder => "folder",
            EntityKind.List => "list",
            EntityKind.Task => "task",
            EntityKind.Member => "member",
            EntityKind.Status => "status",
            EntityKind.CustomField => "custom field",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };

    public static string Plural(EntityKind kind) => kind == EntityKind.Status ? "statuses" : Of(kind) + "s";
}
