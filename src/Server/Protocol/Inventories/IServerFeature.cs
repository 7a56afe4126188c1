using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Protocol.Inventories;

/// <summary>Something that a server offers besides tools, such as prompts or resources; its methods exist only where it is offered.</summary>
internal interface IServerFeature
{
    /// <summary>Its member of the capabilities, such as <c>"prompts":{}</c>; empty when it is a part of another's.</summary>
    /// <param name="isModern">Whether for the stateless revision.</param>
    string Capability(bool isModern);

    /// <summary>Whether it serves a method.</summary>
    bool Has(MessageMethod method);

    /// <summary>Whether the list that a method asks for comes in pages, so that a cursor may be sent.</summary>
    bool HasPages(MessageMethod method) => false;

    /// <summary>Whether a method is served by the tools, so that it is recorded as their calls are.</summary>
    bool UsesTools(MessageMethod method) => false;

    /// <summary>Serves a request of one of its methods; what the protocol demands of every such request was checked.</summary>
    ValueTask<MethodResult> ServeAsync(MessageMethod method, McpRequest request, CancellationToken cancellationToken);
}
