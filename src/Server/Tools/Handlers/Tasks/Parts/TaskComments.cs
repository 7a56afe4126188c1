using System.Text.Json;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Reads the newest comments of a task, each with its thread below it.</summary>
internal static class TaskComments
{
    // One request each: more would cost a call too much of a minute's budget.
    private const int MostThreads = 10;

    public static async ValueTask<ResultPart> ReadAsync(
        ResolvedGetTask arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        ResponseQuery newest = new(context.Query!.Cursors, GetCommentsTool.SharedResponse, new(), Outcome: null);
        ItemPage page = await context.ReadPageAsync(arguments.ReadTaskComments(), newest, cancellationToken);
        List<JsonElement> rows = [];
        int threads = 0;
        int unread = 0;
        foreach (JsonElement comment in page.Items)
        {
            rows.Add(comment);
            if (comment.Text("id") is not { } id || comment.Text("reply_count") is null or "0")
            {
                continue;
            }

            if (++threads > MostThreads)
            {
                unread++;
                continue;
            }

            JsonElement thread = await context.SendAsync(arguments.GetCommentReplies(id), cancellationToken);
            rows.AddRange(thread.Items("comments").Select(reply => BelowComment(reply, id)));
        }

        List<string> notes = [];
        if (page.NextCursor is not null)
        {
            notes.Add($"These are the newest {page.Items.Count} comments; get_comments has older ones.");
        }

        if (unread > 0)
        {
            notes.Add($"The replies of {unread} comments were not read; get_comment_replies has them.");
        }

        return new ResultPart("comments", rows, Shapes.TaskComment) { Notes = notes };
    }

    private static JsonElement BelowComment(JsonElement reply, string comment) =>
        BuiltJson.Of(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("reply_to", comment);
            foreach (JsonProperty member in reply.EnumerateObject())
            {
                member.WriteTo(writer);
            }

            writer.WriteEndObject();
        });
}
