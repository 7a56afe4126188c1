using ClickUpMcp.Protocol.Messages;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Transport.Http;

/// <summary>Why an HTTP request is refused: the status, and the JSON-RPC error in its body.</summary>
internal sealed record HttpFault(int Status, RpcFault Rpc)
{
    /// <summary>The methods that are allowed instead.</summary>
    public string? Allow { get; init; }

    /// <summary>How to authenticate.</summary>
    public string? Challenge { get; init; }

    /// <summary>When to try again.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static HttpFault BadRequest(string message) => Of(StatusCodes.Status400BadRequest, message);

    public static HttpFault NoSession() =>
        Of(StatusCodes.Status404NotFound, "There is no such session; start a new one with initialize.");

    public static HttpFault Of(int status, string message) => new(status, RpcFault.InvalidRequest(message));
}
