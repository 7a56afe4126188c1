using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Conformance;

/// <summary>What the conformance suite expects of a server: tools, prompts and resources by the names it calls them.</summary>
internal static class Fixtures
{
    public static ServerInventory Create(ServerIdentity identity) =>
        new(identity, new Lazy<IToolGateway>(static () => new FixtureTools()))
        {
            Features = [new FixturePrompts(), new FixtureResources(), new FixtureCompletions(), new FixtureLogging()],
        };
}
