using System.Buffers.Text;
using System.Text;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Protocol.Messages;

/// <summary>Puts replies together, as bytes, in the form that the caller's protocol era wants.</summary>
/// <remarks>The parameter <c>modern</c> is what is stamped on results of the stateless revision; null for a legacy caller.</remarks>
internal static class Replies
{
    // Lists are constant for the process, but a client may keep one longer than that: five minutes.
    private static ReadOnlySpan<byte> Caching => ""","cacheScope":"private","ttlMs":300000"""u8;

    /// <summary>An error; an id that was not read is null, as JSON-RPC demands.</summary>
    public static Reply Error(ReadOnlySpan<byte> id, RpcFault fault, bool isModern = false)
    {
        var reply = new Reply { Fault = fault, IsModern = isModern };
        reply.Buffer.Append("""{"jsonrpc":"2.0","id":"""u8).Append(id.IsEmpty ? "null"u8 : id).Append(","u8);
        AppendError(reply.Buffer, fault);
        return reply;
    }

    /// <summary>An error to a message whose id was not read; without one, as MCP demands over HTTP.</summary>
    public static Reply ErrorWithoutId(RpcFault fault)
    {
        var reply = new Reply { Fault = fault };
        reply.Buffer.Append("""{"jsonrpc":"2.0","""u8);
        AppendError(reply.Buffer, fault);
        return reply;
    }

    /// <summary>The result of a legacy request that has nothing to say.</summary>
    public static Reply Empty(ReadOnlySpan<byte> id)
    {
        Reply reply = Start(id, null);
        End(reply.Buffer, null);
        return reply;
    }

    public static Reply Initialize(ReadOnlySpan<byte> id, string version, ServerIdentity identity, string capabilities)
    {
        Reply reply = Start(id, null);
        reply
            .Buffer.Append("\"protocolVersion\":"u8)
            .AppendString(version)
            .Append(""","capabilities":"""u8)
            .AppendJson(capabilities)
            .Append(""","serverInfo":"""u8);
        AppendIdentity(reply.Buffer, identity).Append(""","instructions":"""u8).AppendString(identity.Instructions);
        End(reply.Buffer, null);
        return reply;
    }

    public static Reply Discover(ReadOnlySpan<byte> id, ServerIdentity identity, string capabilities)
    {
        Reply reply = Start(id, identity);
        reply
            .Buffer.Append(""","supportedVersions":["""u8)
            .AppendString(ProtocolVersions.Modern)
            .Append("""],"capabilities":"""u8)
            .AppendJson(capabilities)
            .Append(""","instructions":"""u8)
            .AppendString(identity.Instructions)
            .Append(Caching);
        End(reply.Buffer, identity);
        return reply;
    }

    /// <summary>A list.</summary>
    /// <param name="id">The request's id.</param>
    /// <param name="member">What the result calls it, quotes and colon included.</param>
    /// <param name="items">A JSON array.</param>
    /// <param name="modern">See the type.</param>
    public static Reply List(
        ReadOnlySpan<byte> id,
        ReadOnlySpan<byte> member,
        ReadOnlyMemory<byte> items,
        ServerIdentity? modern
    )
    {
        Reply reply = Start(id, modern);
        Separate(reply.Buffer, modern).Append(member);
        reply.Insert(items);
        reply.Buffer.Append(modern is null ? default : Caching);
        End(reply.Buffer, modern);
        return reply;
    }

    /// <summary>A tool's result.</summary>
    public static Reply ToolResult(
        ReadOnlySpan<byte> id,
        ToolResult result,
        bool knowsStructured,
        ServerIdentity? modern
    )
    {
        Reply reply = Start(id, modern);
        Separate(reply.Buffer, modern)
            .Append("\"content\":[{\"type\":\"text\",\"text\":"u8)
            .AppendString(result.Text)
            .Append("}"u8);
        if (result.Picture is { } picture)
        {
            reply
                .Buffer.Append(""",{"type":"image","mimeType":"image/svg+xml","data":"""u8)
                .AppendString(Convert.ToBase64String(Encoding.UTF8.GetBytes(picture)))
                .Append("}"u8);
        }

        if (result.File is { } file)
        {
            AppendFile(reply.Buffer, file);
        }

        reply.Buffer.Append("]"u8);
        if (knowsStructured && result.Structured is { } structured)
        {
            reply.Buffer.Append(""","structuredContent":"""u8).AppendJson(structured.Json);
        }

        reply.Buffer.Append(result.IsError ? ""","isError":true"""u8 : default);
        End(reply.Buffer, modern, result.Origins);
        return reply;
    }

    /// <summary>The result of another method.</summary>
    /// <param name="id">The request's id.</param>
    /// <param name="result">What it came to.</param>
    /// <param name="isCacheable">Whether a modern client may keep it.</param>
    /// <param name="modern">See the type.</param>
    public static Reply Result(ReadOnlySpan<byte> id, in MethodResult result, bool isCacheable, ServerIdentity? modern)
    {
        if (result.Fault is { } fault)
        {
            return Error(id, fault, modern is not null);
        }

        Reply reply = Start(id, modern, result.NeedsInput);
        if (!result.Members.IsEmpty)
        {
            Separate(reply.Buffer, modern).Append(result.Members.Span);
        }

        reply.Buffer.Append(modern is not null && isCacheable && !result.NeedsInput ? Caching : default);
        End(reply.Buffer, modern);
        return reply;
    }

    /// <summary>The replies to the messages of a batch, which it disposes of.</summary>
    public static Reply Batch(IReadOnlyList<Reply> replies)
    {
        var batch = new Reply();
        for (int i = 0; i < replies.Count; i++)
        {
            batch.Buffer.Append(i == 0 ? "["u8 : ","u8);
            replies[i].AppendTo(batch.Buffer);
            replies[i].Dispose();
        }

        batch.Buffer.Append("]\n"u8);
        return batch;
    }

    private static void AppendFile(MessageBuffer buffer, ResultFile file)
    {
        if (file.Uri is not { } uri)
        {
            buffer.Append(""",{"type":"image","mimeType":"""u8).AppendString(file.MediaType);
            buffer.Append(""","data":"""u8).AppendBase64(file.Content.Span).Append("}"u8);
            return;
        }

        buffer.Append(""",{"type":"resource","resource":{"uri":"""u8).AppendString(uri);
        buffer.Append(""","mimeType":"""u8).AppendString(file.MediaType);
        buffer.Append(""","blob":"""u8).AppendBase64(file.Content.Span).Append("}}"u8);
    }

    private static void AppendError(MessageBuffer buffer, RpcFault fault)
    {
        buffer.Append("\"error\":{\"code\":"u8);
        Utf8Formatter.TryFormat(fault.Code, buffer.GetSpan(16), out int count);
        buffer.Advance(count);
        buffer.Append(""","message":"""u8).AppendString(fault.Message);
        if (fault.Data is { } data)
        {
            buffer.Append(""","data":"""u8).AppendJson(data);
        }

        buffer.Append("}}\n"u8);
    }

    private static Reply Start(ReadOnlySpan<byte> id, ServerIdentity? modern, bool needsInput = false)
    {
        var reply = new Reply { IsModern = modern is not null };
        reply.Buffer.Append("""{"jsonrpc":"2.0","id":"""u8).Append(id).Append(""","result":{"""u8);
        if (modern is not null)
        {
            reply.Buffer.Append(needsInput ? "\"resultType\":\"input_required\""u8 : "\"resultType\":\"complete\""u8);
        }

        return reply;
    }

    private static MessageBuffer Separate(MessageBuffer buffer, ServerIdentity? modern) =>
        buffer.Append(modern is null ? default : ","u8);

    /// <param name="buffer">The reply.</param>
    /// <param name="modern">See the type.</param>
    /// <param name="origins">Who wrote what is in it, as a JSON object; null where members wrote it all.</param>
    private static void End(MessageBuffer buffer, ServerIdentity? modern, string? origins = null)
    {
        if (modern is not null || origins is not null)
        {
            buffer.Append(""","_meta":{"""u8);
            if (origins is not null)
            {
                buffer.Append("\"content/origin\":"u8).AppendJson(origins);
            }

            if (modern is not null)
            {
                buffer.Append(origins is null ? default : ","u8);
                buffer.Append("\"io.modelcontextprotocol/serverInfo\":"u8);
                AppendIdentity(buffer, modern);
            }

            buffer.Append("}"u8);
        }

        buffer.Append("}}\n"u8);
    }

    private static MessageBuffer AppendIdentity(MessageBuffer buffer, ServerIdentity identity) =>
        buffer
            .Append("""{"name":"""u8)
            .AppendString(identity.Name)
            .Append(""","title":"""u8)
            .AppendString(identity.Title)
            .Append(""","version":"""u8)
            .AppendString(identity.Version)
            .Append("}"u8);
}
