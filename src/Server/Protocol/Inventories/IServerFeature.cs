using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Protocol.Inventories;

/// <summary>Something that a server offers besides tools, such as prompts or resources; its methods exist only where it is offered.</summary>
internal interface IServerFeature : IMethodHandler
{
    /// <summary>Its member of the capabilities, such as <c>"prompts":{}</c>.</summary>
    /// <param name="isModern">Whether for the stateless revision.</param>
    string Capability(bool isModern);

    /// <summary>Whether it serves a method.</summary>
    bool Has(MessageMethod method);
}
