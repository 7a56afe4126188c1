using System.Buffers;
using System.Text.Json;
using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Fields;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Rendering;

namespace ClickUpMcp.Sandbox.Comments;

/// <summary>The content of comments: plain text or an array of formatted blocks.</summary>
internal static class CommentBlocks
{
    /// <summary>Block ids start here, so that they are long numbers as on the wire.</summary>
    private const long FirstId = 90_110_200_000_000;

    /// <summary>Blocks win over comment_text; Markdown and @names in the text stay literal.</summary>
    public static JsonElement Read(Call call)
    {
        if (call.Body.Find("comment") is { ValueKind: JsonValueKind.Array } blocks)
        {
            return Complete(call, blocks);
        }

        return call.Body.Text("comment_text") is { Length: > 0 } text
            ? Of(text)
            : throw Refuse.BadRequest("Comment text is required");
    }

    public static JsonElement Of(string text) =>
        StoredJson.Parse($$"""[{"text":"{{JsonEncodedText.Encode(text)}}"}]""");

    /// <summary>The text as reads show it: mentions moved to the end, so that only the blocks tell the truth.</summary>
    public static string Text(JsonElement blocks)
    {
        var byKind = blocks
            .EnumerateArray()
            .Select(static block => new RequestBody(block))
            .ToLookup(static block => block.Text("type") == "tag", static block => block.Text("text") ?? "");
        return string.Concat(byKind[false].Concat(byKind[true]));
    }

    public static Comment Add(
        World world,
        Member author,
        JsonElement blocks,
        long now,
        TaskItem? task = null,
        TaskList? list = null,
        string? view = null,
        Comment? parent = null,
        long? id = null
    )
    {
        var comment = new Comment
        {
            Id = id ?? world.Ids.Number(FirstId),
            Author = author,
            Date = now,
            Blocks = blocks,
            Text = Text(blocks),
            Task = task,
            List = list,
            View = view,
            Parent = parent,
        };
        parent?.Replies.Add(comment);
        world.Comments.Add(comment.Id, comment);
        return comment;
    }

    // Every block of a response has a text, also those that were written without one.
    private static JsonElement Complete(Call call, JsonElement blocks)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (
                var block in blocks.EnumerateArray().Where(static block => block.ValueKind == JsonValueKind.Object)
            )
            {
                WriteBlock(writer, call, new RequestBody(block));
            }

            writer.WriteEndArray();
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    private static void WriteBlock(Utf8JsonWriter writer, Call call, RequestBody block)
    {
        var mentioned = call.FindMember(block.Object("user")?.Number("id"));
        writer.WriteStartObject();
        writer.WriteString("text", block.Text("text") ?? (mentioned is null ? "" : $"@{mentioned.Name}"));
        foreach (
            var member in block.Root.EnumerateObject().Where(static member => member.Name is not ("text" or "user"))
        )
        {
            member.WriteTo(writer);
        }

        if (mentioned is not null)
        {
            writer.WritePerson("user", mentioned);
        }

        writer.WriteEndObject();
    }
}
