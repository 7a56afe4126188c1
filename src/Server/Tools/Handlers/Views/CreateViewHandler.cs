using System.Text.Json;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Creates a view where the caller said, from words instead of ClickUp's own definition.</summary>
internal sealed class CreateViewHandler : IToolHandler<ResolvedCreateView>
{
    public ValueTask<HandlerResult> HandleAsync(
        ResolvedCreateView arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        JsonElement definition = ViewDefinition.Create(Changes(arguments));
        return new ValueTask<HandlerResult>(HandlerResult.OfRequest(arguments.PostView(definition)));
    }

    private static ViewChanges Changes(ResolvedCreateView arguments) =>
        new(arguments)
        {
            Name = arguments.Name,
            Type = arguments.Type,
            Filters = arguments.Filters?.Select(static f => new ViewCondition(f.Field, f.Op, f.Values ?? [])),
        };
}
