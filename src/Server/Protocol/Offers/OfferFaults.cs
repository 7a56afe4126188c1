using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Protocol.Offers;

/// <summary>Turns the failure of a tool into an error of the protocol.</summary>
internal static class OfferFaults
{
    /// <summary>What the caller asked for is wrong, or else something here or upstream is.</summary>
    /// <param name="request">The request that the tool served.</param>
    /// <param name="result">What the tool returned.</param>
    /// <param name="codeOfAsked">The code where what was asked for is wrong.</param>
    public static RpcFault Of(McpRequest request, in ToolGatewayResult result, int codeOfAsked) =>
        new(
            request.Facts.IsBroken ? RpcErrorCode.InternalError : codeOfAsked,
            result.Result?.Text ?? result.UnknownTool ?? RpcFault.Bug.Message
        );
}
