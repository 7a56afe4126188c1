using System.Text;
using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Attachments;

/// <summary>Takes files in.</summary>
internal static class Uploads
{
    private const string Field = "attachment";

    /// <summary>The task or custom field that a path of version 3 names; a task's type is "attachments" there.</summary>
    public static (string Id, bool IsOfTask) Owner(Call call)
    {
        var workspace = call.Workspace;
        var id = call.Path["entity_id"];
        return call.Path["entity_type"] switch
        {
            "attachments" => call.World.Tasks.GetValueOrDefault(id)?.List.Space.Workspace == workspace
                ? (id, true)
                : throw Refuse.NotFound("Task"),
            "custom_fields" => call.World.Fields.Exists(field => field.Id == id && field.Type == FieldType.Attachment)
                ? (id, false)
                : throw Refuse.NotFound("Custom field"),
            _ => throw Refuse.BadRequest("entity_type must be one of attachments, custom_fields"),
        };
    }

    /// <summary>The one file of a body; version 2 wants it in the field "attachment" or "attachment[0]".</summary>
    public static BodyPart FileOf(Call call, bool mustBeAttachment)
    {
        var parts = call.Body.Parts ?? throw Refuse.BadRequest("Body is not multipart/form-data", "ATTCH_045");
        var named = parts.Where(part =>
            !mustBeAttachment || part.Name == Field || part.Name.StartsWith(Field + "[", StringComparison.Ordinal)
        );
        var file = named.FirstOrDefault() ?? throw Refuse.BadRequest("No attachment in the body");
        return file.FileName is not null ? file
            : IsAddress(file) ? throw Refuse.BadRequest("Files in the cloud cannot be attached", "ATTCH_039")
            : throw Refuse.BadRequest("No attachment in the body");
    }

    public static Attachment Add(Call call, BodyPart part, string parent, bool isOfTask)
    {
        var title = part.FileName is { Length: > 0 } name ? name : "file";
        var extension = Path.GetExtension(title);
        var file = new Attachment
        {
            Id = call.World.Ids.Uuid() + extension.ToLowerInvariant(),
            Title = title,
            MimeType = part.ContentType ?? "application/octet-stream",
            Author = call.Caller,
            Date = call.Now,
            Content = part.Content.ToArray(),
            ParentId = parent,
            IsOfTask = isOfTask,
            Origin = call.World.Files,
        };
        call.World.Attachments.Add(file.Id, file);
        return file;
    }

    private static bool IsAddress(BodyPart part) =>
        Encoding.UTF8.GetString(part.Content.Span).StartsWith("http", StringComparison.OrdinalIgnoreCase);
}
