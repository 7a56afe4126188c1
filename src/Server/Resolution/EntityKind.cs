namespace ClickUpMcp.Resolution;

/// <summary>The kinds of ClickUp things that a caller may name instead of giving an id.</summary>
internal enum EntityKind
{
    Workspace,
    Space,
    Folder,
    List,
    Task,
    Member,
    Status,
    CustomField,
    View,
    Goal,
    KeyResult,
    Channel,
    Doc,
    Page,
    UserGroup,
    TaskTemplate,
    ListTemplate,
    FolderTemplate,
    TaskType,
    CustomRole,
}
