using ClickUpMcp.Errors;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Hosting;

/// <summary>Gives the protocol the visible tools; what runs them is created by the first call.</summary>
internal sealed class ToolGateway : IToolGateway
{
    private readonly ToolInventory _inventory;
    private readonly Lazy<LimitTiers> _limits;
    private readonly Lazy<ToolDispatcher> _dispatcher;
    private volatile bool _hasSeveralWorkspaces;
    private volatile bool _isCounted;

    public ToolGateway(
        ToolInventory inventory,
        Func<LimitTiers> createLimits,
        Func<LimitTiers, ToolDispatcher> createDispatcher
    )
    {
        _inventory = inventory;
        _limits = new Lazy<LimitTiers>(createLimits);
        _dispatcher = new Lazy<ToolDispatcher>(() => createDispatcher(_limits.Value));
    }

    /// <summary>The limits and what they did so far; null before the first call.</summary>
    public LimitsSnapshot? Limits => _limits.IsValueCreated ? _limits.Value.Snapshot() : null;

    /// <summary>Whether nobody knows yet how many workspaces there are to name.</summary>
    public bool AsksForWorkspaces { private get; init; }

    public ReadOnlyMemory<byte> ToolList => _inventory.List(withWorkspace: _hasSeveralWorkspaces);

    public ReadOnlyMemory<byte> StructuredToolList =>
        _inventory.List(knowsOutput: true, withWorkspace: _hasSeveralWorkspaces);

    public bool IsListKnown => !AsksForWorkspaces || _isCounted;

    public bool HasServices => _dispatcher.IsValueCreated;

    public async ValueTask LearnListAsync(CancellationToken cancellationToken)
    {
        try
        {
            _hasSeveralWorkspaces = await _dispatcher.Value.HasSeveralWorkspacesAsync(cancellationToken);
            _isCounted = true;
        }
        catch (ActionableException)
        {
            // A list without the argument is better than none, and the next one asks again.
        }
    }

    public async ValueTask<ToolGatewayResult> CallAsync(McpRequest request, CancellationToken cancellationToken)
    {
        ToolCallOutcome outcome = await _dispatcher.Value.CallAsync(
            request.Subject,
            request.Arguments,
            request.Progress,
            cancellationToken,
            request.Facts,
            request.Client.Name
        );
        return outcome.Result is { } result
            ? ToolGatewayResult.Called(result)
            : ToolGatewayResult.Unknown(outcome.UnknownTool!);
    }
}
