using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.RateLimiting;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Binding;
using ClickUpMcp.Tools.Catalog;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Runs tools by name for one principal: the same rules whichever transport the call came by.</summary>
/// <param name="inventory">What the principal may see and call.</param>
/// <param name="services">The principal's services.</param>
/// <param name="log">Takes one line per bug found; never content.</param>
/// <param name="limits">What lets calls in; null lets all in.</param>
/// <param name="caller">The principal, for the limits.</param>
/// <param name="deadline">The longest a call may take; null means two minutes.</param>
internal sealed class ToolDispatcher(
    ToolInventory inventory,
    ToolServices services,
    Action<string> log,
    CallLimits? limits = null,
    Caller caller = default,
    TimeSpan? deadline = null
)
{
    private const int MaximumDepth = 64;

    private static readonly JsonDocumentOptions ParseOptions = new() { MaxDepth = MaximumDepth };

    // A list of tools waits no longer for what it could show.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly TimeSpan _deadline = deadline ?? TimeSpan.FromSeconds(120);

    /// <summary>Whether the principal has several workspaces to choose from.</summary>
    /// <exception cref="ActionableException">Nobody said so in time.</exception>
    public async Task<bool> HasSeveralWorkspacesAsync(CancellationToken cancellationToken)
    {
        try
        {
            IReadOnlyList<WorkspaceInfo> all = await services
                .Directory.GetWorkspacesAsync(afterMiss: false, cancellationToken)
                .WaitAsync(Patience, services.Time, cancellationToken);
            return all.Count > 1;
        }
        catch (TimeoutException)
        {
            throw new ActionableException("Nobody said in time which workspaces there are.");
        }
    }

    /// <summary>Calls a tool.</summary>
    /// <param name="name">Its name or an alias.</param>
    /// <param name="arguments">The UTF-8 JSON object of arguments; empty means none.</param>
    /// <param name="progress">Where the call reports progress.</param>
    /// <param name="cancellationToken">The caller's cancellation.</param>
    /// <param name="facts">Takes what is known of the call besides its result.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled; a missed deadline is a result.</exception>
    public async ValueTask<ToolCallOutcome> CallAsync(
        string name,
        ReadOnlyMemory<byte> arguments,
        IProgressReporter progress,
        CancellationToken cancellationToken,
        CallFacts? facts = null
    )
    {
        facts ??= new CallFacts();
        int index = inventory.Find(name);
        if (index < 0)
        {
            facts.Failed("UnknownTool");
            return ToolCallOutcome.Unknown(ToolErrors.Unknown(name, inventory));
        }

        facts.Tool = inventory.NameOf(index);
        if (!inventory.IsAvailable(index))
        {
            facts.Failed("Disabled");
            return ToolCallOutcome.Of(ToolErrors.Disabled(inventory.NameOf(index)));
        }

        using CancellationTokenSource timeout = new(_deadline, services.Time);
        using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken,
            timeout.Token
        );
        try
        {
            if (limits is not null)
            {
                await limits.EnterAsync(caller, linked.Token);
            }

            return ToolCallOutcome.Of(await RunAsync(index, arguments, progress, facts, linked.Token));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            facts.Failed("Deadline");
            return ToolCallOutcome.Of(
                ToolErrors.Failure(
                    $"{inventory.NameOf(index)} did not finish within {_deadline.TotalSeconds:0} seconds and was stopped. "
                        + "Ask for less at once; look before repeating a write."
                )
            );
        }
        catch (ActionableException error)
        {
            facts.Failed(error);
            return ToolCallOutcome.Of(ToolErrors.Describe(error));
        }
        // The boundary: whatever a tool throws, the session goes on and no detail leaks.
        catch (Exception exception)
        {
            facts.Failed("Bug");
            return ToolCallOutcome.Of(ToolErrors.Unexpected(inventory.NameOf(index), exception, log));
        }
    }

    private async ValueTask<ToolResult> RunAsync(
        int index,
        ReadOnlyMemory<byte> arguments,
        IProgressReporter progress,
        CallFacts facts,
        CancellationToken cancellationToken
    )
    {
        using JsonDocument? document = Parse(arguments);
        return document?.RootElement.ValueKind switch
        {
            JsonValueKind.Object => await CallAsync(index, document.RootElement, progress, facts, cancellationToken),
            null => ToolErrors.Failure(
                $"The arguments of {inventory.NameOf(index)} are not valid JSON, or nested more than {MaximumDepth} levels deep."
            ),
            _ => ToolErrors.Failure(
                $"The arguments of {inventory.NameOf(index)} must be an object, got {ShownValue.KindOf(document.RootElement)}."
            ),
        };
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> arguments)
    {
        try
        {
            return JsonDocument.Parse(arguments.IsEmpty ? "{}"u8.ToArray() : arguments, ParseOptions);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <remarks>A tool is made for its call, with the call's own services; what it is made of is static.</remarks>
    private async ValueTask<ToolResult> CallAsync(
        int index,
        JsonElement arguments,
        IProgressReporter progress,
        CallFacts facts,
        CancellationToken cancellationToken
    )
    {
        ToolServices own = services.For(new WaitingCall(progress, _deadline, services.Time, facts)) with
        {
            Inventory = inventory,
        };
        ClickUpTool tool = inventory.Catalog.Create(index);
        using ToolCallContext context = new(own, progress);
        context.Enter(inventory.Catalog.Traits(index), inventory.Catalog.Scope(index));
        try
        {
            ToolResult result = (await tool.CallAsync(arguments, context, cancellationToken)).With(own.Remarks.Take());
            return own.Projector.IsStructured ? result.As(tool.Output) : result;
        }
        finally
        {
            facts.Inner = context.Inner;
            facts.Arguments = context.Arguments;
        }
    }
}
