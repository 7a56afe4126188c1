using ClickUpMcp.Protocol;
using ClickUpMcp.Protocol.Messages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ClickUpMcp.Transport.Http;

/// <summary>Holds the headers that repeat parts of a modern request against the request itself.</summary>
/// <remarks>A proxy routes and decides by the headers, so they must not say anything else than what is done.</remarks>
internal static class HeaderRules
{
    private const string MethodHeader = "Mcp-Method";
    private const string NameHeader = "Mcp-Name";

    /// <summary>Why the request is refused; null when its headers are true.</summary>
    public static RpcFault? Check(IHeaderDictionary headers, IncomingMessage message)
    {
        Envelope envelope = message.Envelope;
        if (!Says(headers[MethodHeader], JsonTokens.TextOf(message.Bytes.Span[envelope.MethodName])))
        {
            return Mismatch($"Send the method in the header {MethodHeader}, exactly as in the body.");
        }

        string? name = envelope.Method switch
        {
            MessageMethod.CallTool or MessageMethod.GetPrompt => envelope.Parameters.Name,
            MessageMethod.ReadResource => envelope.Parameters.Uri,
            _ => null,
        };
        return name is null || Says(headers[NameHeader], name)
            ? null
            : Mismatch(
                $"Send params.name (params.uri of resources/read) in the header {NameHeader}, exactly as in the body."
            );
    }

    /// <summary>The refusal of a header that says something else than the body.</summary>
    public static RpcFault Mismatch(string message) => new(RpcErrorCode.HeaderMismatch, message);

    /// <summary>Whether a header has one value and it stands for this text.</summary>
    public static bool Says(StringValues header, string text) =>
        header is [{ } value] && HeaderText.Decode(value.Trim(' ', '\t')) == text;
}
