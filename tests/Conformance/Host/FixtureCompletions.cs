using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Conformance;

/// <summary>Completes nothing, correctly.</summary>
internal sealed class FixtureCompletions : IServerFeature
{
    private static readonly MethodResult Nothing = Results.Of(
        """
        "completion":{"values":[],"total":0,"hasMore":false}
        """
    );

    public string Capability(bool isModern) => "\"completions\":{}";

    public bool Has(MessageMethod method) => method == MessageMethod.Complete;

    public ValueTask<MethodResult> ServeAsync(
        MessageMethod method,
        McpRequest request,
        CancellationToken cancellationToken
    ) => new(Nothing);
}
