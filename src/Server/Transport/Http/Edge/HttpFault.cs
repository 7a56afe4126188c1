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

    /// <summary>Whether the sender has to authenticate anew; the front says how.</summary>
    public bool IsUnknownSender { get; init; }

    /// <summary>What the challenge says beside that the token is not good; null for nothing.</summary>
    public string? Description { get; init; }

    /// <summary>Whose the token is that is not taken; 0 where that is not known.</summary>
    public UInt128 Principal { get; init; }

    /// <summary>What the audit calls it, out of few words; null for the status.</summary>
    public string? Reason { get; init; }

    /// <summary>When to try again.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether nothing more is read from the connection.</summary>
    public bool EndsConnection { get; init; }

    /// <summary>The bodies of one principal hold as much as they may.</summary>
    public static HttpFault OwnBytes { get; } =
        Of(
            StatusCodes.Status429TooManyRequests,
            "The messages that are being read and served for you are too large together; send the next large one when some are answered."
        ) with
        {
            RetryAfter = TimeSpan.FromSeconds(1),
        };

    /// <summary>The bodies of all principals hold as much as they may.</summary>
    public static HttpFault AllBytes { get; } =
        Of(StatusCodes.Status503ServiceUnavailable, "The server is busy with other large messages; retry later.") with
        {
            RetryAfter = TimeSpan.FromSeconds(1),
        };

    /// <summary>Requests are refused again and again.</summary>
    public static HttpFault Flood { get; } =
        Of(
            StatusCodes.Status429TooManyRequests,
            "Too many of your requests were refused for the same reason; see what an earlier refusal said."
        ) with
        {
            RetryAfter = TimeSpan.FromSeconds(10),
            EndsConnection = true,
        };

    /// <summary>A request came after the server was asked to stop.</summary>
    public static HttpFault Stopping { get; } =
        new(StatusCodes.Status503ServiceUnavailable, RpcFault.Stopping)
        {
            RetryAfter = TimeSpan.FromSeconds(5),
            EndsConnection = true,
        };

    /// <summary>A body took too long to arrive.</summary>
    public static HttpFault LateBody(TimeSpan limit) =>
        Of(
            StatusCodes.Status408RequestTimeout,
            $"The message did not arrive within {limit.TotalSeconds:0} s; nothing was done."
        ) with
        {
            EndsConnection = true,
        };

    public static HttpFault BadRequest(string message) => Of(StatusCodes.Status400BadRequest, message);

    public static HttpFault NoSession() =>
        Of(StatusCodes.Status404NotFound, "There is no such session; start a new one with initialize.");

    public static HttpFault Of(int status, string message) => new(status, RpcFault.InvalidRequest(message));
}
