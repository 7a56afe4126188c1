using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Tools.Binding;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>A tool that is one HTTP request; everything specific to it is emitted.</summary>
internal abstract class EndpointTool<TArguments> : ClickUpTool
    where TArguments : class, IToolArguments
{
    /// <summary>How the answer is shown.</summary>
    protected abstract ResponseDefinition Response { get; }

    public sealed override ResponseDefinition? Output => Response.Shape is null ? null : Response;

    /// <summary>Binds and validates; null when errors were recorded.</summary>
    protected abstract TArguments? Bind(ArgumentReader reader);

    /// <summary>Builds the request from resolved arguments.</summary>
    protected abstract ClickUpRequest BuildRequest(TArguments arguments, ToolCallContext context);

    /// <summary>The sentence that stands for an answer without content; null when the spec has none.</summary>
    protected virtual string? DescribeOutcome(TArguments arguments) => null;

    /// <summary>Which items of a list response are wanted; null means all.</summary>
    protected virtual ItemFilter? CreateFilter(TArguments arguments) => null;

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
        await bound.ResolveAsync(context, cancellationToken);
        ClickUpRequest request = BuildRequest(bound, context);
        return await ResponseReader.ReadAsync(
            request,
            new ResponseQuery(Name, Response, bound.Output ?? new(), DescribeOutcome(bound))
            {
                Filter = CreateFilter(bound),
                Remarks = context.Remarks,
            },
            context.Services,
            cancellationToken
        );
    }
}
