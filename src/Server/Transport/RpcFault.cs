namespace ClickUpMcp.Transport;

/// <summary>Why a message gets an error instead of a result.</summary>
/// <param name="Code">One of <see cref="RpcErrorCode"/>.</param>
/// <param name="Message">What happened and what to do instead, for whoever wrote the client.</param>
/// <param name="RequestedVersion">The refused revision; set only with <see cref="RpcErrorCode.UnsupportedProtocolVersion"/>.</param>
internal sealed record RpcFault(int Code, string Message, string? RequestedVersion = null)
{
    /// <summary>A cursor was sent for the list of tools.</summary>
    public static RpcFault OnePage { get; } = InvalidParams("There is only one page of tools; leave cursor out.");

    /// <summary>A tool call names no tool.</summary>
    public static RpcFault NoToolName { get; } =
        InvalidParams("Name the tool to call in params.name; tools/list shows the names.");

    /// <summary>A request came while another one with its id is worked on.</summary>
    public static RpcFault IdInUse { get; } =
        InvalidRequest("A request with this id is still in progress; use each id once.");

    /// <summary>The SDK cannot read what the hot path could.</summary>
    public static RpcFault Unreadable { get; } =
        InvalidRequest("The message cannot be read; use a string or a smaller number as its id.");

    public static RpcFault InvalidRequest(string message) => new(RpcErrorCode.InvalidRequest, message);

    public static RpcFault InvalidParams(string message) => new(RpcErrorCode.InvalidParams, message);

    public static RpcFault MethodNotFound(string message) => new(RpcErrorCode.MethodNotFound, message);
}
