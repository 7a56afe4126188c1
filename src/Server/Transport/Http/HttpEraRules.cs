using ClickUpMcp.Protocol;
using ClickUpMcp.Protocol.Messages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ClickUpMcp.Transport.Http;

/// <summary>Holds a message against the header that names its protocol revision, and says with which status it is refused.</summary>
internal static class HttpEraRules
{
    private const string VersionHeader = "MCP-Protocol-Version";

    /// <summary>Why the message is refused; null when it may be served.</summary>
    public static HttpFault? Check(IHeaderDictionary headers, IncomingMessage message)
    {
        StringValues header = headers[VersionHeader];
        string version = header.Count == 1 ? header[0]!.Trim(' ', '\t') : header.ToString();
        if (!message.IsRequest || message.Envelope.Fault is not null)
        {
            message.IsModern = version == ProtocolVersions.Modern;
        }

        // Whether there are batches is up to the session's revision, which only the core knows.
        bool mayBeBatch = message.IsBatch && !message.IsModern && headers.ContainsKey(McpEndpoint.SessionHeader);
        RpcFault? fault =
            (mayBeBatch ? null : message.Envelope.Fault)
            ?? message.Envelope.Parameters.Fault
            ?? CheckVersion(version, message.Envelope.Parameters.MetaVersion)
            ?? (message.IsRequest ? CheckRequest(headers, message, version) : CheckOther(message));
        if (fault is null)
        {
            return null;
        }

        int status = HttpReplies.StatusOf(fault.Code);
        return new HttpFault(status == StatusCodes.Status200OK ? StatusCodes.Status400BadRequest : status, fault);
    }

    /// <summary>Refuses an unknown revision, unless the message names the same one: then the core refuses it, over every transport alike.</summary>
    private static RpcFault? CheckVersion(string version, string? named) =>
        version.Length == 0 || ProtocolVersions.IsKnown(version) || version == named
            ? null
            : RpcFault.UnsupportedVersion($"This server does not speak the revision in {VersionHeader}.", version);

    private static RpcFault? CheckRequest(IHeaderDictionary headers, IncomingMessage message, string version)
    {
        if (message.IsModern && message.Envelope.Parameters.MetaVersion != version)
        {
            return HeaderRules.Mismatch($"Send the revision of _meta in the header {VersionHeader} too.");
        }

        if (!message.IsModern && version == ProtocolVersions.Modern)
        {
            return message.EraFault
                ?? RpcFault.InvalidParams(
                    "Send io.modelcontextprotocol/protocolVersion and io.modelcontextprotocol/clientCapabilities in _meta."
                );
        }

        return message.EraFault ?? (message.IsModern ? HeaderRules.Check(headers, message) : null);
    }

    private static RpcFault? CheckOther(IncomingMessage message) =>
        message.IsModern && !message.Envelope.HasMethod
            ? RpcFault.InvalidRequest("The server asks nothing in this revision, so there is nothing to reply.")
            : null;
}
