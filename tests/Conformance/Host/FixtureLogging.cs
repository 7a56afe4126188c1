using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Conformance;

/// <summary>Takes any level: the fixtures log by what the suite calls, not by importance.</summary>
internal sealed class FixtureLogging : IServerFeature
{
    public string Capability(bool isModern) => "\"logging\":{}";

    public bool Has(MessageMethod method) => method == MessageMethod.SetLevel;

    public ValueTask<MethodResult> ServeAsync(
        MessageMethod method,
        McpRequest request,
        CancellationToken cancellationToken
    ) => default;
}
