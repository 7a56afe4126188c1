using System.Text.Json;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Rendering;

/// <summary>Files, in the forms of both versions.</summary>
internal static class AttachmentJson
{
    /// <summary>The members that version 3 shows.</summary>
    public static void WriteMembers(Utf8JsonWriter writer, Attachment file)
    {
        writer.WriteString("id", file.Id);
        writer.WriteString("title", file.Title);
        writer.WriteString("extension", file.Extension);
        writer.WriteString("mime_type", file.MimeType);
        writer.WriteNumber("size", file.Content.Length);
        writer.WriteNumber("date_created", file.Date);
        writer.WriteNumber("date_updated", file.Date);
        writer.WriteString("parent_entity_type", file.IsOfTask ? "tasks" : "custom_fields");
        writer.WriteString("parent_id", file.ParentId);
        writer.WriteBoolean("signed", false);
        writer.WriteString("thumbnail_small", file.Thumbnail("small"));
        writer.WriteString("thumbnail_medium", file.Thumbnail("medium"));
        writer.WriteString("thumbnail_large", file.Thumbnail("large"));
        writer.WriteString("url", file.Url);
        writer.WriteNumber("user_id", file.Author.Id);
    }

    /// <summary>What version 2 returns for an upload.</summary>
    public static void WriteCreated(Utf8JsonWriter writer, Attachment file)
    {
        writer.WriteString("id", file.Id);
        writer.WriteString("version", "0");
        writer.WriteNumber("date", file.Date);
        writer.WriteString("title", file.Title);
        writer.WriteString("extension", file.Extension);
        writer.WriteString("thumbnail_small", file.Thumbnail("small"));
        writer.WriteString("thumbnail_large", file.Thumbnail("large"));
        writer.WriteString("url", file.Url);
    }

    /// <summary>A file as Get Task shows it.</summary>
    public static void WriteInTask(Utf8JsonWriter writer, Attachment file)
    {
        writer.WriteStartObject();
        writer.WriteString("id", file.Id);
        writer.WriteString("version", "0");
        writer.WriteMoment("date", file.Date);
        writer.WriteString("title", file.Title);
        writer.WriteString("extension", file.Extension);
        writer.WriteString("mimetype", file.MimeType);
        writer.WriteNumber("size", file.Content.Length);
        writer.WriteString("parent_id", file.ParentId);
        writer.WriteNumber("type", 1);
        writer.WriteNumber("source", 1);
        writer.WriteBoolean("hidden", false);
        writer.WriteBoolean("deleted", false);
        writer.WriteNull("thumbnail_small");
        writer.WriteNull("thumbnail_large");
        writer.WriteString("url", file.Url);
        writer.WritePerson("user", file.Author);
        writer.WriteEndObject();
    }
}
