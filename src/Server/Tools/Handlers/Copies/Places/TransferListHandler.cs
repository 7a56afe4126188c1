using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Takes a list with its tasks to another workspace.</summary>
internal sealed class TransferListHandler : IToolHandler<ResolvedTransferList>
{
    public ValueTask<HandlerResult> HandleAsync(
        ResolvedTransferList arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        PlaceOrder order = new(arguments.List, null, new CopyParts(include: null, without: null) { IsWhole = true })
        {
            ToFolder = arguments.Folder,
            ToSpace = arguments.Space,
        };
        return new PlaceTransfer("transfer_list", "move_list", order, context).RunAsync(
            arguments.DeleteSource == true,
            cancellationToken
        );
    }
}
