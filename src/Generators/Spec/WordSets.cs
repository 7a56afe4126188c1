namespace ClickUpMcp.Generators.Spec;

/// <summary>The closed sets of the language; a test compares them with the runtime's enums.</summary>
internal static class WordSets
{
    public static readonly WordSet Types = new(
        "an argument type",
        "string",
        "text",
        "boolean",
        "integer",
        "number",
        "date",
        "duration",
        "enum",
        "entity",
        "array",
        "object",
        "json",
        "comment"
    );

    public static readonly WordSet JsonContents = new("what json holds", "any", "object", "objects");
    public static readonly WordSet Edges = new("a date edge", "start", "end");

    public static readonly WordSet EntityKinds = new(
        "an entity kind",
        "Workspace",
        "Space",
        "Folder",
        "List",
        "Task",
        "Member",
        "Status",
        "CustomField",
        "View",
        "Goal",
        "KeyResult",
        "Channel",
        "Doc",
        "Page",
        "UserGroup",
        "TaskTemplate",
        "ListTemplate",
        "FolderTemplate",
        "TaskType",
        "CustomRole"
    );

    public static readonly WordSet IdTypes = new("an id type", "string", "number");

    public static readonly WordSet FieldKinds = new(
        "a field kind",
        "string",
        "id",
        "number",
        "boolean",
        "date",
        "duration",
        "text",
        "strings",
        "count",
        "customFields",
        "checklists",
        "fieldOptions",
        "folder",
        "blocks",
        "minutes",
        "member"
    );

    public static readonly WordSet Layouts = new("a layout of a list", "table", "series");
    public static readonly WordSet Levels = new("a detail level", "names", "summary", "full");
    public static readonly WordSet Plans = new(
        "a plan of ClickUp",
        "unlimited",
        "business",
        "business_plus",
        "enterprise"
    );
    public static readonly WordSet Scopes = new("a scope", "read", "write", "delete", "admin");
    public static readonly WordSet PaginationStyles = new(
        "a pagination style",
        "page",
        "startId",
        "cursor",
        "bodyCursor"
    );
}
