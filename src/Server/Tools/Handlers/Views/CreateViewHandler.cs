using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Creates a view where the caller said, from words instead of ClickUp's own definition.</summary>
internal sealed class CreateViewHandler : IToolHandler<ResolvedCreateView>
{
    public ValueTask<HandlerResult> HandleAsync(
        ResolvedCreateView arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) =>
        new(
            HandlerResult.OfRequest(
                ViewDefinition.Complete(
                    arguments.PostView(
                        groupDirection: ViewDefinition.Direction(arguments.GroupDescending),
                        sortFields: ViewDefinition.Sort(arguments.Sort),
                        filterFields: ViewDefinition.Filters(
                            arguments.Filters?.Select(static f => new ViewCondition(f.Field, f.Op, f.Values ?? []))
                        ),
                        columnFields: ViewDefinition.Columns(arguments.Columns)
                    )
                )
            )
        );
}
