using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Changes a view: reads its definition, puts the changes in, and writes it back as a whole.</summary>
internal sealed class UpdateViewHandler : IToolHandler<ResolvedUpdateView>
{
    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedUpdateView arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        JsonElement view = await context.SendAsync(arguments.GetView(), cancellationToken);
        if (!JsonPath.TryFind(view, "view", out JsonElement current) || current.ValueKind != JsonValueKind.Object)
        {
            throw new ActionableException(
                "This view cannot be changed through the API.",
                "ClickUp does not show its definition, and takes a changed one only as a whole.",
                "Change it in ClickUp, or create another view with create_view."
            );
        }

        IReadOnlyList<ViewCondition>? filters = await ViewConditions.ReadAsync(
            arguments.Filters?.Select(static f => new ViewCondition(f.Field, f.Op, f.Values ?? [])),
            ViewConditions.PlaceOf(current.Member("parent").Text("type"), current.Member("parent").Text("id")),
            context,
            cancellationToken
        );
        return HandlerResult.OfRequest(
            ViewDefinition.Complete(
                arguments.PutView(
                    groupDirection: ViewDefinition.Direction(arguments.GroupDescending),
                    sortFields: ViewDefinition.Sort(arguments.Sort),
                    filterFields: ViewDefinition.Filters(filters),
                    columnFields: ViewDefinition.Columns(arguments.Columns)
                ),
                current
            )
        );
    }
}
