using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.RateLimiting;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Hosting;

/// <summary>Gives the protocol the visible tools; what runs them is created by the first call.</summary>
internal sealed class ToolGateway : IToolGateway
{
    private readonly ToolInventory _inventory;
    private readonly Lazy<LimitTiers> _limits;
    private readonly Lazy<ToolDispatcher> _dispatcher;

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

    /// <summary>Whether no call needs to name a workspace.</summary>
    public bool HasOneWorkspace { private get; init; }

    public ReadOnlyMemory<byte> ToolList => _inventory.List(oneWorkspace: HasOneWorkspace);

    public ReadOnlyMemory<byte> StructuredToolList => _inventory.List(knowsOutput: true, oneWorkspace: HasOneWorkspace);

    public bool HasServices => _dispatcher.IsValueCreated;

    public long KeptBytes => _dispatcher.IsValueCreated ? _dispatcher.Value.KeptBytes : 0;

    public IReadOnlyList<BudgetUse> BudgetUse => _dispatcher.IsValueCreated ? _dispatcher.Value.BudgetUse : [];

    /// <summary>What may be called.</summary>
    public ToolInventory Inventory => _inventory;

    public ValueTask<ToolGatewayResult> CallAsync(McpRequest request, CancellationToken cancellationToken) =>
        RunAsync(request, null, cancellationToken);

    public ValueTask<ToolGatewayResult> LookUpAsync(
        McpRequest request,
        Func<ToolCallContext, CancellationToken, ValueTask> look,
        CancellationToken cancellationToken
    ) => RunAsync(request, look, cancellationToken);

    private async ValueTask<ToolGatewayResult> RunAsync(
        McpRequest request,
        Func<ToolCallContext, CancellationToken, ValueTask>? look,
        CancellationToken cancellationToken
    )
    {
        ToolCallOutcome outcome = await _dispatcher.Value.CallAsync(
            request.Subject,
            request.Arguments,
            request.Progress,
            cancellationToken,
            request.Facts,
            request.Client.Name,
            look,
            request.IsBackground,
            !_inventory.MayConfirm ? null : request.Person ?? new ClientPerson(request),
            request.Upload
        );
        return outcome switch
        {
            { Result: { } result } => ToolGatewayResult.Called(result),
            { Needed: { } needed } => ToolGatewayResult.Called(ClientPerson.Ask(needed)),
            _ => ToolGatewayResult.Unknown(outcome.UnknownTool!),
        };
    }
}
