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
            EntityKind.View => "view",
            EntityKind.Goal => "goal",
            EntityKind.KeyResult => "key result",
            EntityKind.Channel => "channel",
            EntityKind.Doc => "doc",
            EntityKind.Page => "page",
            EntityKind.UserGroup => "user group",
            EntityKind.TaskTemplate => "task template",
            EntityKind.ListTemplate => "list template",
            EntityKind.FolderTemplate => "folder template",
            EntityKind.TaskType => "task type",
            EntityKind.CustomRole => "custom role",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };

    public static string Plural(EntityKind kind) => kind == EntityKind.Status ? "statuses" : Of(kind) + "s";
}
