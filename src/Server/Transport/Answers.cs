using System.Buffers.Text;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Transport;

/// <summary>Puts answers together, as bytes, in the form that the caller's protocol era wants.</summary>
internal static class Answers
{
    // The list is constant for the process, but a client may keep it longer than that: five minutes.
    private static ReadOnlySpan<byte> Caching => ""","cacheScope":"private","ttlMs":300000"""u8;

    /// <summary>An error; an unreadable id is null, as JSON-RPC demands.</summary>
    public static void Error(MessageBuffer buffer, ReadOnlySpan<byte> id, RpcFault fault)
    {
        buffer.Append("""{"jsonrpc":"2.0","id":"""u8).Append(id.IsEmpty ? "null"u8 : id).Append(","u8);
        Error(buffer, fault);
    }

    /// <summary>An error to a message whose id was not read; without one, as MCP demands where it answers by HTTP.</summary>
    public static void ErrorWithoutId(MessageBuffer buffer, RpcFault fault)
    {
        buffer.Append("""{"jsonrpc":"2.0","""u8);
        Error(buffer, fault);
    }

    private static void Error(MessageBuffer buffer, RpcFault fault)
    {
        buffer.Append("\"error\":{\"code\":"u8);
        Utf8Formatter.TryFormat(fault.Code, buffer.GetSpan(16), out int count);
        buffer.Advance(count);
        buffer.Append(""","message":"""u8).AppendString(fault.Message);
        if (fault.RequestedVersion is { } requested)
        {
            buffer
                .Append(""","data":{"supported":["""u8)
                .AppendString(ProtocolVersions.Modern)
                .Append("""],"requested":"""u8)
                .AppendString(requested)
                .Append("}"u8);
        }

        buffer.Append("}}\n"u8);
    }

    public static void Ping(MessageBuffer buffer, ReadOnlySpan<byte> id) => Start(buffer, id).Append("{}}\n"u8);

    public static void Initialize(MessageBuffer buffer, ReadOnlySpan<byte> id, string version, ServerIdentity identity)
    {
        Start(buffer, id)
            .Append("""{"protocolVersion":"""u8)
            .AppendString(version)
            .Append(""","capabilities":{"tools":{}},"serverInfo":"""u8);
        ServerInfo(buffer, identity).Append(""","instructions":"""u8).AppendString(identity.Instructions);
        buffer.Append("}}\n"u8);
    }

    public static void Discover(MessageBuffer buffer, ReadOnlySpan<byte> id, ServerIdentity identity)
    {
        Start(buffer, id)
            .Append("""{"resultType":"complete","supportedVersions":["""u8)
            .AppendString(ProtocolVersions.Modern)
            .Append("""],"capabilities":{"tools":{}},"instructions":"""u8)
            .AppendString(identity.Instructions)
            .Append(Caching);
        End(buffer, identity);
    }

    /// <summary>What stands before the array of tools.</summary>
    public static void ToolListHead(MessageBuffer buffer, ReadOnlySpan<byte> id, bool modern) =>
        Start(buffer, id).Append(modern ? """{"resultType":"complete","tools":"""u8 : """{"tools":"""u8);

    /// <summary>What stands after the array of tools; <paramref name="modern"/> is null for a legacy caller.</summary>
    public static void ToolListTail(MessageBuffer buffer, ServerIdentity? modern)
    {
        if (modern is not null)
        {
            buffer.Append(Caching);
        }

        End(buffer, modern);
    }

    /// <summary>How a tool call ended; null stands for a bug of ours, and <paramref name="modern"/> is null for a legacy caller.</summary>
    public static void CallEnded(
        MessageBuffer buffer,
        ReadOnlySpan<byte> id,
        ToolGatewayResult? result,
        ServerIdentity? modern,
        bool knowsStructured
    )
    {
        if (result is { Result: { } tool })
        {
            ToolResult(buffer, id, knowsStructured ? tool : tool with { Structured = null }, modern);
            return;
        }

        RpcFault fault = result is { UnknownTool: { } message }
            ? RpcFault.InvalidParams(message)
            : new RpcFault(RpcErrorCode.InternalError, "The server failed to run this tool; this is a bug in it.");
        Error(buffer, id, fault);
    }

    /// <summary>A tool's result; <paramref name="modern"/> is null for a legacy caller.</summary>
    public static void ToolResult(
        MessageBuffer buffer,
        ReadOnlySpan<byte> id,
        ToolResult result,
        ServerIdentity? modern
    )
    {
        Start(buffer, id)
            .Append(
                modern is null
                    ? """{"content":[{"type":"text","text":"""u8
                    : """{"resultType":"complete","content":[{"type":"text","text":"""u8
            )
            .AppendString(result.Text)
            .Append("}]"u8);
        if (result.Structured is { } structured)
        {
            buffer.Append(""","structuredContent":"""u8).AppendJson(structured.Json);
        }

        if (result.IsError)
        {
            buffer.Append(""","isError":true"""u8);
        }

        End(buffer, modern);
    }

    private static MessageBuffer Start(MessageBuffer buffer, ReadOnlySpan<byte> id) =>
        buffer.Append("""{"jsonrpc":"2.0","id":"""u8).Append(id).Append(""","result":"""u8);

    private static void End(MessageBuffer buffer, ServerIdentity? modern)
    {
        if (modern is not null)
        {
            buffer.Append(""","_meta":{"io.modelcontextprotocol/serverInfo":"""u8);
            ServerInfo(buffer, modern).Append("}"u8);
        }

        buffer.Append("}}\n"u8);
    }

    private static MessageBuffer ServerInfo(MessageBuffer buffer, ServerIdentity identity) =>
        buffer
            .Append("""{"name":"""u8)
            .AppendString(identity.Name)
            .Append(""","title":"""u8)
            .AppendString(identity.Title)
            .Append(""","version":"""u8)
            .AppendString(identity.Version)
            .Append("}"u8);
}
