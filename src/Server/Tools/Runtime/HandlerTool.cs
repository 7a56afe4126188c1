using System.Text.Json;
using ClickUpMcp.Tools.Binding;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>A tool whose work is a hand-written handler; name, arguments, schema and validation are emitted.</summary>
internal abstract class HandlerTool<TArguments>(IToolHandler<TArguments> handler) : ClickUpTool
    where TArguments : class, IToolArguments
{
    /// <summary>Binds and validates; null when errors were recorded.</summary>
    protected abstract TArguments? Bind(ArgumentReader reader);

    public sealed override async ValueTask<ToolResult> CallAsync(
        JsonElement arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        ArgumentErrors errors = new();
        TArguments? bound = Bind(new ArgumentReader(arguments, errors));
        if (bound is null || errors.Any)
        {
            return ToolErrors.Describe(Name, errors);
        }

        context.Arguments = new BoundArguments(bound, Output);
        return await handler.HandleAsync(bound, context, cancellationToken);
    }
}
