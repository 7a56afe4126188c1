using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Binding;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>A tool with an emitted argument record and response definition; what a call goes through, whatever its arguments are.</summary>
/// <remarks>
/// Not generic, so that what waits is compiled once: a state machine of each tool's own is an object with static references that every
/// start allocates.
/// </remarks>
internal abstract class BoundTool : ClickUpTool
{
    public sealed override ResponseDefinition? Output => Response.Shape is null ? null : Response;

    /// <summary>How the response is shown.</summary>
    protected abstract ResponseDefinition Response { get; }

    /// <summary>What the dates of a call must keep to.</summary>
    protected virtual DateRule[] DateRules => [];

    /// <summary>Holds the dates of a call to the tool's rules, once they are resolved.</summary>
    public void CheckDates(IToolArguments arguments, ToolCallContext context)
    {
        AddSpans(arguments, context);
        context.CheckDates(DateRules);
    }

    /// <summary>Adds the ends of spans of time to the dates of a call.</summary>
    protected abstract void AddSpans(IToolArguments arguments, ToolCallContext context);

    /// <summary>Binds and validates; null when errors were recorded.</summary>
    protected abstract IToolArguments? BindAny(ArgumentReader reader);

    /// <summary>The sentence that stands for a response without content; null when the spec has none.</summary>
    protected abstract string? DescribeOutcome(IToolArguments arguments);

    /// <summary>What the list leaves out of what the call did not ask for; null for nothing.</summary>
    protected abstract string? DescribeLeftOut(IToolArguments arguments);

    /// <summary>The thing that an item of a bulk call is about; null when it makes one.</summary>
    protected abstract EntityReference? ItemOf(IToolArguments arguments);

    /// <summary>Runs the tool with valid arguments.</summary>
    protected abstract ValueTask<ToolResult> RunAsync(
        IToolArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    );

    /// <summary>Finds all that is wrong with what the arguments name, and sends nothing that writes.</summary>
    protected abstract ValueTask CheckAsync(
        IToolArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    );

    public sealed override ValueTask<ToolResult> CallAsync(
        JsonElement arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        if (!context.IsReadOnly && DryRun.IsIn(arguments))
        {
            ArgumentErrors unread = new();
            DryRun.Take(arguments, context, unread);
            JsonElement others = DryRun.Others(arguments);
            return unread.Any
                ? RefuseAsync(others, unread, context, cancellationToken)
                : CallAsync(others, context, cancellationToken);
        }

        if (Bulk is { } bulk && BulkOptions.AreIn(arguments, bulk))
        {
            if (!BulkOptions.AreNull(arguments, bulk))
            {
                return new BulkRunner(this, bulk, context).RunAsync(arguments, cancellationToken);
            }

            arguments = BulkOptions.Others(arguments, bulk);
        }

        ArgumentErrors errors = new();
        IToolArguments? bound = BindAny(new ArgumentReader(arguments, errors));
        if (bound is null || errors.Any)
        {
            return RefuseAsync(arguments, errors, context, cancellationToken);
        }

        context.Arguments = new BoundArguments(bound, Output);
        context.NameWorkspace(bound.Workspace);
        if (errors.NullRemark is { } remark)
        {
            context.Remark(remark);
        }

        return RunWithNamesAsync(bound, context, cancellationToken);
    }

    public sealed override BulkBinding? BindItem(
        JsonElement item,
        JsonElement general,
        string path,
        ArgumentErrors errors
    ) =>
        BindAny(new ArgumentReader(item, errors, path, general)) is not { } bound || errors.Any
            ? null
            : new BulkBinding(
                new BoundArguments(bound, Output),
                ItemOf(bound),
                (context, cancellationToken) => ReadyAsync(bound, context, cancellationToken)
            );

    public sealed override async ValueTask<BulkSelection> SelectAsync(
        JsonElement filters,
        string path,
        ToolCallContext context,
        ArgumentErrors errors,
        CancellationToken cancellationToken
    )
    {
        // One more than fit, so that more are noticed.
        JsonElement general = JsonElement.Parse($$"""{"limit":{{ArgumentLimits.BulkItems + 1}}}""");
        if (BindAny(new ArgumentReader(filters, errors, path, general)) is not { } bound || errors.Any)
        {
            return BulkSelection.None;
        }

        context.Arguments = new BoundArguments(bound, Output);
        context.NameWorkspace(bound.Workspace);
        return await FindAsync(bound, context, cancellationToken);
    }

    /// <summary>Resolves and checks all that an item of a bulk call names, and gives what carries it out.</summary>
    protected abstract ValueTask<BulkStep> ReadyAsync(
        IToolArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    );

    /// <summary>The things that filters choose.</summary>
    protected abstract ValueTask<BulkSelection> FindAsync(
        IToolArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    );

    // What has the form of an id is taken for one; only when that leads nowhere is it looked up, by id and by name.
    private async ValueTask<ToolResult> RunWithNamesAsync(
        IToolArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        try
        {
            ToolResult result = await RunAsync(arguments, context, cancellationToken);
            if (!result.IsEmptyList || !context.Lookups.HasTrustedFilter || !context.IsReadOnly)
            {
                return result;
            }

            context.StartOver(refusal: null);
            await CheckAsync(arguments, context, cancellationToken);
            context.Settle();
            return context.Lookups.HasFoundName ? await RunAsync(arguments, context, cancellationToken) : result;
        }
        catch (ActionableException refusal) when (MayHaveMeantNames(refusal, context))
        {
            context.StartOver(refusal);
            return await RunAsync(arguments, context, cancellationToken);
        }
    }

    private static bool MayHaveMeantNames(ActionableException refusal, ToolCallContext context) =>
        refusal.IsRefusal
        && context.Lookups is { HasTrusted: true, HasStartedOver: false }
        && !context.Services.Sent.HasWritten;

    // Names are looked up all the same, so that the caller learns of all mistakes at once.
    private async ValueTask<ToolResult> RefuseAsync(
        JsonElement arguments,
        ArgumentErrors errors,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        ArgumentErrors others = new();
        if (
            FaultlessArguments.Of(arguments, errors) is { } rest
            && BindAny(new ArgumentReader(rest, others)) is { } bound
            && !others.Any
        )
        {
            context.NameWorkspace(bound.Workspace);
            try
            {
                await CheckAsync(bound, context, cancellationToken);
            }
            catch (ActionableException)
            {
                // The call is refused anyway; that more could not be found out changes nothing.
            }
        }

        return ToolErrors.Describe(Name, errors, context.Problems.All);
    }

    /// <summary>What the call wants to read, once its arguments are resolved.</summary>
    public ResponseQuery Query(IToolArguments arguments, ToolCallContext context) =>
        new(
            new CallCursors(context.Services.Cursors, Name, context.Arguments!.ToSelectionJson),
            Response,
            arguments.Output ?? new(),
            DescribeOutcome(arguments)
        )
        {
            Filter = context.Filter,
            LeftOut = DescribeLeftOut(arguments),
            MayContinue = context.IsReadOnly,
        };
}
