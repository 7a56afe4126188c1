using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Creates a view where the caller said, from words instead of ClickUp's own definition.</summary>
internal sealed class CreateViewHandler : IToolHandler<ResolvedCreateView>
{
    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedCreateView arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<ViewCondition>? filters = await ReadAsync(arguments, context, cancellationToken);
        return HandlerResult.OfRequest(
            ViewDefinition.Complete(
                arguments.PostView(
                    groupDirection: ViewDefinition.Direction(arguments.GroupDescending),
                    sortFields: ViewDefinition.Sort(arguments.Sort),
                    filterFields: ViewDefinition.Filters(filters),
                    columnFields: ViewDefinition.Columns(arguments.Columns)
                )
            )
        );
    }

    public async ValueTask CheckAsync(
        ResolvedCreateView arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) => await ReadAsync(arguments, context, cancellationToken);

    private static ValueTask<IReadOnlyList<ViewCondition>?> ReadAsync(
        ResolvedCreateView arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        EntityId? place =
            arguments.List is { } list ? list
            : arguments.Folder is { } folder ? folder
            : arguments.Space is { } space ? space
            : null;
        return ViewConditions.ReadAsync(
            arguments.Filters?.Select(static f => new ViewCondition(f.Field, f.Op, f.Values ?? [])),
            place,
            context,
            cancellationToken
        );
    }
}
