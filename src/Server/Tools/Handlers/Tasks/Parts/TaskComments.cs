using System.Text.Json;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Reads the newest comments of a task, each with its thread below it.</summary>
internal static class TaskComments
{
    // A thread is a request: more would cost a call too much of a minute's budget, and who decides what to do next reads the end of a talk.
    private const int Most = 10;

    public static async ValueTask<ResultPart> ReadAsync(
        ResolvedGetTask arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        ResponseQuery newest = new(context.Query!.Cursors, GetCommentsTool.SharedResponse, new(), Outcome: null);
        ItemPage page = await context.ReadPageAsync(arguments.ReadTaskComments(), newest, cancellationToken);
        List<JsonElement> rows = [];
        foreach (JsonElement comment in page.Items.Take(Most))
        {
            rows.Add(comment);
            if (comment.Text("id") is not { } id || comment.Text("reply_count") is null or "0")
            {
                continue;
            }

            JsonElement thread = await context.SendAsync(arguments.GetCommentReplies(id), cancellationToken);
            rows.AddRange(thread.Items("comments").Select(reply => BelowComment(reply, id)));
        }

        bool isAll = page.NextCursor is null && page.Items.Count <= Most;
        return new ResultPart("comments", rows, Shapes.TaskComment)
        {
            Notes = isAll ? [] : ["Older ones: get_comments."],
        };
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
