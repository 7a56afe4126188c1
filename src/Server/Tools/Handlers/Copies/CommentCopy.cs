using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Posts the comments of a task again, oldest first, each headed by who wrote it and when: ClickUp lets nobody write in another's name.</summary>
/// <param name="run">Sends the requests.</param>
/// <param name="report">Takes what is not copied.</param>
/// <param name="zones">The zones of dates.</param>
/// <param name="context">The call.</param>
internal sealed class CommentCopy(CopyRun run, CopyReport report, DateZones zones, ToolCallContext context)
{
    private const string Comment = "comment";

    private static readonly OutputOptions Every = new() { Limit = int.MaxValue };

    /// <summary>The comments of a task, newest first; they are read before anything is written.</summary>
    public async ValueTask<IReadOnlyList<JsonElement>> ReadAsync(TaskNode node, CancellationToken cancellationToken)
    {
        ResponseQuery all = new(context.Query!.Cursors, GetCommentsTool.SharedResponse, Every, Outcome: null);
        ItemPage page = await context.ReadPageAsync(
            ClickUpOperations.ReadTaskComments(new TaskId(node.Id)),
            all,
            cancellationToken
        );
        if (page.NextCursor is not null)
        {
            report.Lost($"comments older than the newest {page.Items.Count}", "that many are read", node.Name);
        }

        return page.Items;
    }

    /// <summary>Posts them.</summary>
    public async ValueTask CopyAsync(
        TaskNode node,
        IReadOnlyList<JsonElement> comments,
        TaskId copy,
        CancellationToken cancellationToken
    )
    {
        foreach (JsonElement comment in comments.Reverse())
        {
            string? id = null;
            await run.DoAsync(
                $"comment of {AuthorOf(comment)} on {node.Name}",
                Comment,
                async () =>
                    id = (
                        await run.SendAsync(
                            ClickUpOperations.CreateCommentForTask(copy, Blocks(comment), notifyAll: false),
                            cancellationToken
                        )
                    ).Text("id")
            );
            if (id is not null && comment.Text("reply_count") is not (null or "0"))
            {
                await CopyRepliesAsync(node, comment.Text("id")!, id, cancellationToken);
            }
        }
    }

    private async ValueTask CopyRepliesAsync(
        TaskNode node,
        string comment,
        string copy,
        CancellationToken cancellationToken
    )
    {
        List<JsonElement> replies = [];
        await run.DoAsync(
            $"replies to a comment on {node.Name}",
            kind: null,
            async () =>
                replies.AddRange(
                    (await run.SendAsync(ClickUpOperations.GetCommentReplies(comment), cancellationToken)).Items(
                        "comments"
                    )
                )
        );
        foreach (JsonElement reply in replies.OrderBy(static reply => LenientValue.Number(reply.Member("date"))))
        {
            await run.DoAsync(
                $"reply of {AuthorOf(reply)} on {node.Name}",
                "reply",
                async () =>
                    await run.SendAsync(
                        ClickUpOperations.CreateCommentReply(copy, Blocks(reply), notifyAll: false),
                        cancellationToken
                    )
            );
        }
    }

    private JsonElement Blocks(JsonElement comment) =>
        BuiltJson.Of(writer =>
        {
            writer.WriteStartArray();
            Write(writer, $"{AuthorOf(comment)}, {DateText.Format(comment.Member("date"), zones)}:\n");
            bool hasBlocks = false;
            foreach (JsonElement block in comment.Items(Comment))
            {
                hasBlocks = true;
                WriteBlock(writer, block);
            }

            if (!hasBlocks)
            {
                Write(writer, comment.Text("comment_text") ?? string.Empty);
            }

            writer.WriteEndArray();
        });

    // A mention would notify people once more, so it becomes its text; so does all else that is no text.
    private static void WriteBlock(Utf8JsonWriter writer, JsonElement block)
    {
        if (block.Text("text") is not { } text)
        {
            return;
        }

        if (block.Text("type") is null && block.Member("attributes") is { ValueKind: JsonValueKind.Object } attributes)
        {
            writer.WriteStartObject();
            writer.WriteString("text", text);
            writer.WritePropertyName("attributes");
            attributes.WriteTo(writer);
            writer.WriteEndObject();
            return;
        }

        Write(writer, text);
    }

    private static void Write(Utf8JsonWriter writer, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }

    private static string AuthorOf(JsonElement comment) =>
        LenientValue.Text(comment.Member("user"), "username") ?? "somebody who left";
}
