using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Binding;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>A tool whose emitted code knows the type of its arguments.</summary>
internal abstract class TypedTool<TArguments> : BoundTool
    where TArguments : class, IToolArguments
{
    /// <summary>Binds and validates; null when errors were recorded.</summary>
    protected abstract TArguments? Bind(ArgumentReader reader);

    /// <summary>Adds the ends of spans of time to the dates of a call.</summary>
    protected virtual void AddSpans(TArguments arguments, ToolCallContext context) { }

    /// <summary>The sentence that stands for a response without content; null when the spec has none.</summary>
    protected virtual string? DescribeOutcome(TArguments arguments) => null;

    /// <summary>What the list leaves out of what the call did not ask for; null for nothing.</summary>
    protected virtual string? DescribeLeftOut(TArguments arguments) => null;

    /// <summary>The thing that an item of a bulk call is about; null when it makes one.</summary>
    protected virtual EntityReference? ItemOf(TArguments arguments) => null;

    protected sealed override IToolArguments? BindAny(ArgumentReader reader) => Bind(reader);

    protected sealed override void AddSpans(IToolArguments arguments, ToolCallContext context) =>
        AddSpans((TArguments)arguments, context);

    protected sealed override string? DescribeOutcome(IToolArguments arguments) =>
        DescribeOutcome((TArguments)arguments);

    protected sealed override string? DescribeLeftOut(IToolArguments arguments) =>
        DescribeLeftOut((TArguments)arguments);

    protected sealed override EntityReference? ItemOf(IToolArguments arguments) => ItemOf((TArguments)arguments);
}
