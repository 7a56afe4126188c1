using System.Text.Json;
using ClickUpMcp.Tools.Binding;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>A tool with an emitted argument record and response definition.</summary>
internal abstract class BoundTool<TArguments> : ClickUpTool
    where TArguments : class, IToolArguments
{
    public sealed override ResponseDefinition? Output => Response.Shape is null ? null : Response;

    /// <summary>How the response is shown.</summary>
    protected abstract ResponseDefinition Response { get; }

    /// <summary>What the dates of a call must keep to.</summary>
    protected virtual DateRule[] DateRules => [];

    /// <summary>Adds the ends of spans of time to the dates of a call.</summary>
    protected virtual void AddSpans(TArguments arguments, ToolCallContext context) { }

    /// <summary>Holds the dates of a call to the tool's rules, once they are resolved.</summary>
    protected void CheckDates(TArguments arguments, ToolCallContext context)
    {
        AddSpans(arguments, context);
        context.CheckDates(DateRules);
    }

    /// <summary>Binds and validates; null when errors were recorded.</summary>
    protected abstract TArguments? Bind(ArgumentReader reader);

    /// <summary>The sentence that stands for a response without content; null when the spec has none.</summary>
    protected virtual string? DescribeOutcome(TArguments arguments) => null;

    /// <summary>Runs the tool with valid arguments.</summary>
    protected abstract ValueTask<ToolResult> RunAsync(
        TArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    );

    public sealed override ValueTask<ToolResult> CallAsync(
        JsonElement arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        ArgumentErrors errors = new();
        TArguments? bound = Bind(new ArgumentReader(arguments, errors));
        if (bound is null || errors.Any)
        {
            return new ValueTask<ToolResult>(ToolErrors.Describe(Name, errors));
        }

        context.Arguments = new BoundArguments(bound, Output);
        context.NameWorkspace(bound.Workspace);
        return RunAsync(bound, context, cancellationToken);
    }

    /// <summary>What the call wants to read, once its arguments are resolved.</summary>
    protected ResponseQuery Query(TArguments arguments, ToolCallContext context) =>
        new(Name, Response, arguments.Output ?? new(), DescribeOutcome(arguments)) { Filter = context.Filter };
}
