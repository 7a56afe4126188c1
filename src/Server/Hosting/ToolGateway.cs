using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Transport;

namespace ClickUpMcp.Hosting;

/// <summary>Gives a transport the visible tools; what runs them is created by the first call.</summary>
internal sealed class ToolGateway(ToolInventory inventory, Func<ToolDispatcher> createDispatcher) : IToolGateway
{
    private readonly Lazy<ToolDispatcher> _dispatcher = new(createDispatcher);

    public ReadOnlyMemory<byte> ToolList => inventory.ListJson;

    public async ValueTask<ToolGatewayResult> CallAsync(
        string name,
        ReadOnlyMemory<byte> argumentsUtf8,
        IProgressReporter progress,
        CancellationToken cancellationToken
    )
    {
        ToolCallOutcome outcome = await _dispatcher.Value.CallAsync(name, argumentsUtf8, progress, cancellationToken);
        return outcome.Result is { } result
            ? ToolGatewayResult.Called(result)
            : ToolGatewayResult.Unknown(outcome.UnknownTool!);
    }
}
