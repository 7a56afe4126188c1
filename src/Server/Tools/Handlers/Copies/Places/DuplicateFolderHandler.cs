using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Copies a folder with its lists and their tasks.</summary>
internal sealed class DuplicateFolderHandler : IToolHandler<ResolvedDuplicateFolder>
{
    public ValueTask<HandlerResult> HandleAsync(
        ResolvedDuplicateFolder arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        PlaceOrder order = new(null, arguments.Folder, new CopyParts(arguments.Include, arguments.Without))
        {
            ToSpace = arguments.Space,
            Name = arguments.Name,
            ShiftDays = (int)(arguments.ShiftDays ?? 0),
        };
        return PlaceDuplication.RunAsync("duplicate_folder", order, context, cancellationToken);
    }
}
