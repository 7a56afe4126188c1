using ClickUpMcp.Projection;

namespace ClickUpMcp.Tests.Projection;

internal static class TestShapes
{
    public static ShapeDefinition Task { get; } =
        new(
            "task",
            "tasks",
            [
                new("id", "id", FieldKind.Id, DetailLevel.Names),
                new("name", "name", FieldKind.String, DetailLevel.Names),
                new("status", "status.status", FieldKind.String, DetailLevel.Summary),
                new("priority", "priority.priority", FieldKind.String, DetailLevel.Summary),
                new("assignees", "assignees[].username", FieldKind.Strings, DetailLevel.Summary),
                new("due", "due_date", FieldKind.Date, DetailLevel.Summary),
                new("tags", "tags[].name", FieldKind.Strings, DetailLevel.Summary),
                new("list", "list.name", FieldKind.String, DetailLevel.Summary),
                new("url", "url", FieldKind.String, DetailLevel.Full),
                new("archived", "archived", FieldKind.Boolean, DetailLevel.Full),
            ]
        );

    public static ShapeDefinition Details { get; } =
        new(
            "task_details",
            "tasks",
            [
                .. Task.Fields.Where(static f => f.Name != "url"),
                new("url", "url", FieldKind.String, DetailLevel.Summary),
                new("created", "date_created", FieldKind.Date, DetailLevel.Summary),
                new("estimate", "time_estimate", FieldKind.Duration, DetailLevel.Summary),
                new("spent", "time_spent", FieldKind.Duration, DetailLevel.Summary),
                new("watchers", "watchers", FieldKind.Count, DetailLevel.Summary),
                new("description", "text_content", FieldKind.Text, DetailLevel.Summary, 400),
                new("custom_fields", "custom_fields", FieldKind.CustomFields, DetailLevel.Summary),
                new("checklists", "checklists", FieldKind.Checklists, DetailLevel.Summary),
            ]
        );
}
