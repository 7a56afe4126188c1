namespace ClickUpMcp.Transport;

/// <summary>Why a message gets an error instead of a result.</summary>
/// <param name="Code">One of <see cref="RpcErrorCode"/>.</param>
/// <param name="Message">What happened and what to do instead, for whoever wrote the client.</param>
/// <param name="RequestedVersion">The refused revision; set only with <see cref="RpcErrorCode.UnsupportedProtocolVersion"/>.</param>
internal sealed record RpcFault(int Code, string Message, string? RequestedVersion = null)
{
    public static RpcFault InvalidRequest(string message) => new(RpcErrorCode.InvalidRequest, message);

    public static RpcFault InvalidParams(string message) => new(RpcErrorCode.InvalidParams, message);

    public static RpcFault MethodNotFound(string message) => new(RpcErrorCode.MethodNotFound, message);
}
