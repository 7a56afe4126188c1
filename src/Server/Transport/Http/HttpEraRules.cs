using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ClickUpMcp.Transport.Http;

/// <summary>Decides which protocol era a message belongs to, by its header and its body, and whether it keeps the rules.</summary>
internal static class HttpEraRules
{
    private const string VersionHeader = "MCP-Protocol-Version";

    /// <summary>Why the message is refused; null when it may be served.</summary>
    public static HttpFault? Check(
        IHeaderDictionary headers,
        ReadOnlySpan<byte> body,
        in Envelope envelope,
        out bool isModern
    )
    {
        StringValues header = headers[VersionHeader];
        string version = header.Count == 1 ? header[0]!.Trim(' ', '\t') : header.ToString();
        isModern = version == ProtocolVersions.Modern;
        if (envelope.Fault is { } malformed)
        {
            return Refuse(malformed);
        }

        if (version.Length > 0 && !ProtocolVersions.IsKnown(version))
        {
            return Refuse(
                new RpcFault(
                    RpcErrorCode.UnsupportedProtocolVersion,
                    $"This server does not speak the revision in {VersionHeader}.",
                    version
                )
            );
        }

        RpcFault? fault =
            envelope.Parameters.Fault
            ?? (
                envelope.HasMethod && !envelope.Id.Equals(default)
                    ? CheckRequest(headers, body, envelope, version, out isModern)
                    : CheckOther(envelope, isModern)
            );
        return fault is null ? null : Refuse(fault);
    }

    /// <summary>The status that an error of a modern request has.</summary>
    public static int StatusOf(int code) =>
        code switch
        {
            RpcErrorCode.MethodNotFound => StatusCodes.Status404NotFound,
            RpcErrorCode.HeaderMismatch
            or RpcErrorCode.MissingClientCapability
            or RpcErrorCode.UnsupportedProtocolVersion => StatusCodes.Status400BadRequest,
            _ => StatusCodes.Status200OK,
        };

    private static RpcFault? CheckRequest(
        IHeaderDictionary headers,
        ReadOnlySpan<byte> body,
        in Envelope envelope,
        string version,
        out bool isModern
    )
    {
        string? named = envelope.Parameters.MetaVersion;
        RpcFault? fault = EraRules.Check(envelope, out isModern);
        if (isModern && named != version)
        {
            return HeaderRules.Mismatch($"Send the revision of _meta in the header {VersionHeader} too.");
        }

        if (!isModern && version == ProtocolVersions.Modern)
        {
            return fault
                ?? RpcFault.InvalidParams(
                    "Send io.modelcontextprotocol/protocolVersion and io.modelcontextprotocol/clientCapabilities in _meta."
                );
        }

        return fault ?? (isModern ? HeaderRules.Check(headers, body, envelope) : null);
    }

    private static RpcFault? CheckOther(in Envelope envelope, bool isModern) =>
        isModern && !envelope.HasMethod
            ? RpcFault.InvalidRequest("The server asks nothing in this revision, so there is nothing to answer.")
            : null;

    private static HttpFault Refuse(RpcFault fault)
    {
        int status = StatusOf(fault.Code);
        return new HttpFault(status == StatusCodes.Status200OK ? StatusCodes.Status400BadRequest : status, fault);
    }
}
