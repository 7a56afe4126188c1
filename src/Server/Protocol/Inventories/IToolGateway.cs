using ClickUpMcp.RateLimiting;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Protocol.Inventories;

/// <summary>All that the protocol knows of the tools: the list to show, and how to call one.</summary>
internal interface IToolGateway
{
    /// <summary>The visible tools' definitions as one UTF-8 JSON array, ready to be sent; constant.</summary>
    ReadOnlyMemory<byte> ToolList { get; }

    /// <summary>The same for clients that know output schemas; has them only when the operator wants structured content.</summary>
    ReadOnlyMemory<byte> StructuredToolList => ToolList;

    /// <summary>Whether it has made what runs tools.</summary>
    bool HasServices => false;

    /// <summary>How much memory it keeps for its caller between calls, beside its services.</summary>
    long KeptBytes => 0;

    /// <summary>What was used of the budget of its session.</summary>
    IReadOnlyList<BudgetUse> BudgetUse => [];

    /// <summary>Runs one tool.</summary>
    /// <param name="request">The tool and its arguments.</param>
    /// <param name="cancellationToken">Fires when the caller gives up or the server stops.</param>
    ValueTask<ToolGatewayResult> CallAsync(McpRequest request, CancellationToken cancellationToken);

    /// <summary>Looks something up by the permission of a tool: as if it were called, with all that holds for calls.</summary>
    /// <param name="request">The tool.</param>
    /// <param name="look">What is looked up; keeps its result itself.</param>
    /// <param name="cancellationToken">Fires when the caller gives up or the server stops.</param>
    ValueTask<ToolGatewayResult> LookUpAsync(
        McpRequest request,
        Func<ToolCallContext, CancellationToken, ValueTask> look,
        CancellationToken cancellationToken
    ) => new(ToolGatewayResult.Unknown("Nothing is looked up here."));
}
