using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Copies a list with its tasks.</summary>
internal sealed class DuplicateListHandler : IToolHandler<ResolvedDuplicateList>
{
    public ValueTask<HandlerResult> HandleAsync(
        ResolvedDuplicateList arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        PlaceOrder order = new(arguments.List, null, new CopyParts(arguments.Include, arguments.Without))
        {
            ToFolder = arguments.Folder,
            ToSpace = arguments.Space,
            Name = arguments.Name,
            ShiftDays = (int)(arguments.ShiftDays ?? 0),
        };
        return PlaceDuplication.RunAsync("duplicate_list", order, context, cancellationToken);
    }
}
