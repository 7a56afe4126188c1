namespace ClickUpMcp.Protocol.Messages;

/// <summary>Why a message gets an error instead of a result.</summary>
/// <param name="Code">One of <see cref="RpcErrorCode"/>.</param>
/// <param name="Message">What happened and what to do instead, for whoever wrote the client.</param>
/// <param name="Data">More for programs, as JSON; null when there is none.</param>
internal sealed record RpcFault(int Code, string Message, string? Data = null)
{
    /// <summary>A cursor was sent for a list.</summary>
    public static RpcFault OnePage { get; } = InvalidParams("The list has only one page; leave cursor out.");

    /// <summary>The arguments of a request have another type.</summary>
    public static RpcFault ArgumentsNoObject { get; } = InvalidParams("arguments is an object.");

    /// <summary>A tool call names no tool.</summary>
    public static RpcFault NoToolName { get; } =
        InvalidParams("Name the tool to call in params.name; tools/list shows the names.");

    /// <summary>A request lacks the parameter that says what it is about.</summary>
    public static RpcFault NoSubject { get; } =
        InvalidParams("Say in params what is asked for: name of prompts/get, uri of resources/read.");

    /// <summary>A request came while another one with its id is worked on.</summary>
    public static RpcFault IdInUse { get; } =
        InvalidRequest("A request with this id is still in progress; use each id once.");

    /// <summary>A peer sent more requests than can be worked on at once.</summary>
    public static RpcFault TooManyRequests { get; } =
        InvalidRequest("Too many requests are in progress, or too large ones; wait for replies before the next.");

    /// <summary>A request came while its session ended.</summary>
    public static RpcFault SessionEnded { get; } =
        InvalidRequest("This session has ended; nothing was done. Start a new one with initialize.");

    /// <summary>A batch came in a revision that has none, or before the revision was agreed on.</summary>
    public static RpcFault NoBatch { get; } =
        InvalidRequest("Only revision 2025-03-26 has batches; send each message on its own.");

    /// <summary>A message of a batch is one that stands alone.</summary>
    public static RpcFault NotInBatch { get; } =
        InvalidRequest(
            "initialize, and what belongs to revision 2026-07-28, cannot be part of a batch; send it on its own."
        );

    /// <summary>The server does not have the method.</summary>
    public static RpcFault NoMethod { get; } =
        new(
            RpcErrorCode.MethodNotFound,
            "This server does not have this method; the capabilities in its initialize or server/discover result say what it has."
        );

    /// <summary>A tool threw what it must not throw.</summary>
    public static RpcFault ToolFailed { get; } =
        new(RpcErrorCode.InternalError, "The server failed to run this tool; this is a bug in it.");

    /// <summary>The server failed before or beside any tool.</summary>
    public static RpcFault Bug { get; } =
        new(RpcErrorCode.InternalError, "The server failed to reply; this is a bug in it.");

    /// <summary>The end of the server cut the request short.</summary>
    public static RpcFault Stopped { get; } =
        new(
            RpcErrorCode.InternalError,
            "The server is stopping and did not finish this request. Look before repeating a write."
        );

    /// <summary>A request came after the server was asked to stop.</summary>
    public static RpcFault Stopping { get; } =
        new(RpcErrorCode.InternalError, "The server is stopping; nothing was done. Retry in some seconds.");

    public static RpcFault InvalidRequest(string message) => new(RpcErrorCode.InvalidRequest, message);

    public static RpcFault InvalidParams(string message) => new(RpcErrorCode.InvalidParams, message);

    /// <summary>A revision was asked for that this server does not speak in that place.</summary>
    public static RpcFault UnsupportedVersion(string message, string requested)
    {
        using var data = new MessageBuffer();
        data.Append("{\"supported\":["u8).AppendString(ProtocolVersions.Modern);
        data.Append("],\"requested\":"u8).AppendString(requested).Append("}"u8);
        return new RpcFault(
            RpcErrorCode.UnsupportedProtocolVersion,
            message,
            System.Text.Encoding.UTF8.GetString(data.Written)
        );
    }
}
