using System.Text.Json;
using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Rendering;

/// <summary>Comments and replies.</summary>
internal static class CommentJson
{
    /// <summary>Ids are strings here, though a create returns them as numbers.</summary>
    public static void Write(Utf8JsonWriter writer, Comment comment)
    {
        writer.WriteStartObject();
        writer.WriteString("id", comment.Id.ToString());
        writer.WritePropertyName("comment");
        comment.Blocks.WriteTo(writer);
        writer.WriteString("comment_text", comment.Text);
        writer.WritePerson("user", comment.Author);
        writer.WriteBoolean("resolved", comment.IsResolved);
        if (comment.View is null)
        {
            writer.WritePersonOrBlank("assignee", comment.Assignee);
            writer.WritePersonOrBlank("assigned_by", comment.AssignedBy);
        }
        else
        {
            // Comments of chat views cannot be assigned.
            writer.WriteNull("assignee");
            writer.WriteNull("assigned_by");
        }

        if (comment.GroupAssignee is { } group)
        {
            writer.WritePropertyName("group_assignee");
            UserGroupJson.Write(writer, group);
        }

        writer.WriteStartArray("reactions");
        writer.WriteEndArray();
        writer.WriteMoment("date", comment.Date);
        writer.WriteString("reply_count", comment.Replies.Count.ToString());
        writer.WriteEndObject();
    }

    public static ApiResponse Created(Comment comment, IdSource ids) =>
        ApiResponse.Object(writer =>
        {
            writer.WriteNumber("id", comment.Id);
            writer.WriteString("hist_id", ids.Uuid());
            writer.WriteNumber("date", comment.Date);
        });

    public static ApiResponse Page(IEnumerable<Comment> comments) =>
        ApiResponse.Object(writer => writer.WriteList("comments", comments, Write));
}
