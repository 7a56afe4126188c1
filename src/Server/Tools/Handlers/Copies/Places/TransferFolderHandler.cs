using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Takes a folder with its lists and their tasks to another workspace.</summary>
internal sealed class TransferFolderHandler : IToolHandler<ResolvedTransferFolder>
{
    public ValueTask<HandlerResult> HandleAsync(
        ResolvedTransferFolder arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        PlaceOrder order = new(null, arguments.Folder, new CopyParts(include: null, without: null) { IsWhole = true })
        {
            ToSpace = arguments.Space,
        };
        return new PlaceTransfer("transfer_folder", "move_folder", order, context).RunAsync(
            arguments.DeleteSource == true,
            cancellationToken
        );
    }
}
