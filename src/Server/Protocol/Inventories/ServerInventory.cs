using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Protocol.Inventories;

/// <summary>What a server has for a client: tools, and whatever else it advertises.</summary>
/// <param name="Identity">What the server says of itself.</param>
/// <param name="Tools">The tools; created by the first request that needs them.</param>
internal sealed record ServerInventory(ServerIdentity Identity, Lazy<IToolGateway> Tools)
{
    /// <summary>What it offers besides tools.</summary>
    public IServerFeature[] Features { get; init; } = [];

    /// <summary>The capabilities that <c>initialize</c> and <c>server/discover</c> answer with, as JSON.</summary>
    /// <param name="isModern">Whether for the stateless revision.</param>
    public string Capabilities(bool isModern)
    {
        string members = "{\"tools\":{}";
        foreach (IServerFeature feature in Features)
        {
            members += "," + feature.Capability(isModern);
        }

        return members + "}";
    }

    /// <summary>The feature that serves a method; null when none does.</summary>
    public IServerFeature? Find(MessageMethod method) => Array.Find(Features, feature => feature.Has(method));
}
