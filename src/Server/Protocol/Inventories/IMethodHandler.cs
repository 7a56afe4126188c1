using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Protocol.Inventories;

/// <summary>Serves some of MCP's methods.</summary>
internal interface IMethodHandler
{
    /// <summary>Whether the list that a method asks for comes in pages, so that a cursor may be sent.</summary>
    bool HasPages(MessageMethod method) => false;

    /// <summary>Whether a method is served by the tools, so that it is recorded as their calls are.</summary>
    bool UsesTools(MessageMethod method) => false;

    /// <summary>Whether a method is answered from memory, so that its reply is there when <see cref="ServeAsync"/> returns.</summary>
    bool IsImmediate(MessageMethod method) => false;

    /// <summary>Serves a request of one of its methods; what the protocol demands of every such request was checked.</summary>
    ValueTask<MethodResult> ServeAsync(MessageMethod method, McpRequest request, CancellationToken cancellationToken);
}
