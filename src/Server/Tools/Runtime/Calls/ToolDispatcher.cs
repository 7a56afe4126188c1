using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.RateLimiting;
using ClickUpMcp.Tools.Binding;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Runs tools by name for one principal: the same rules whichever transport the call came by.</summary>
/// <param name="inventory">What the principal may see and call.</param>
/// <param name="services">The principal's services.</param>
/// <param name="log">Takes one line per bug found; never content.</param>
/// <param name="limits">What lets calls in; null lets all in.</param>
/// <param name="caller">The principal, for the limits.</param>
/// <param name="deadline">The longest a call may take; null means two minutes, and less where the caller hears no progress.</param>
internal sealed class ToolDispatcher(
    ToolInventory inventory,
    ToolServices services,
    Action<string> log,
    CallLimits? limits = null,
    Caller caller = default,
    TimeSpan? deadline = null
)
{
    private static readonly JsonDocumentOptions ParseOptions = new() { MaxDepth = ArgumentLimits.Depth };

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);

    // A call that writes many things says how far it has come.
    private static readonly TimeSpan LongestOfMany = TimeSpan.FromMinutes(15);

    // Most clients give up after 60 s without progress: sooner, so that they still learn why and when to come back.
    private static readonly TimeSpan LongestUnheard = TimeSpan.FromSeconds(50);

    /// <summary>Seals what people are asked to confirm; unless given, for this process and one caller.</summary>
    public ConfirmationSeal Confirmations
    {
        private get =>
            field ??= new ConfirmationSeal(
                SealKey.OfProcess(),
                string.Empty,
                new SpentInMemory(services.Time),
                services.Time
            );
        init;
    }

    /// <summary>How much memory is kept between calls of what they changed.</summary>
    public long KeptBytes => services.Changes?.Bytes ?? 0;

    /// <summary>What the session may use, and how often it may make one call; without limits unless given.</summary>
    public SessionLimits Session
    {
        init
        {
            _budget = value with { Repeats = 0 } == new SessionLimits() ? null : new SessionBudget(value);
            _repeated = value.Repeats == 0 ? null : new RepeatedCalls(value.Repeats, services.Time);
        }
    }

    /// <summary>What was used of the session's budget.</summary>
    public IReadOnlyList<BudgetUse> BudgetUse => _budget?.Use ?? [];

    // One mark for a session: what continues a text has the mark of what it continues.
    private AuthoredTexts? Authored =>
        inventory.Lockdown == LockdownMode.Off
            ? null
            : field ??= new AuthoredTexts(inventory.Lockdown, inventory.Catalog.Authors);

    private readonly SessionBudget? _budget;
    private readonly RepeatedCalls? _repeated;

    /// <summary>Calls a tool.</summary>
    /// <param name="name">Its name or an alias.</param>
    /// <param name="arguments">The UTF-8 JSON object of arguments; empty means none.</param>
    /// <param name="progress">Where the call reports progress.</param>
    /// <param name="cancellationToken">The caller's cancellation.</param>
    /// <param name="facts">Takes what is known of the call besides its result.</param>
    /// <param name="client">What the client calls itself; null when it does not say.</param>
    /// <param name="look">What is looked up in place of running the tool; null runs it.</param>
    /// <param name="isBackground">Whether nobody waits for it, so that it counts for no limit and yields to whoever waits.</param>
    /// <param name="person">Who can be asked to confirm it; null for nobody.</param>
    /// <param name="upload">The file that came with it beside its arguments; null for none.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled; a missed deadline is a result.</exception>
    public async ValueTask<ToolCallOutcome> CallAsync(
        string name,
        ReadOnlyMemory<byte> arguments,
        IProgressReporter progress,
        CancellationToken cancellationToken,
        CallFacts? facts = null,
        string? client = null,
        Func<ToolCallContext, CancellationToken, ValueTask>? look = null,
        bool isBackground = false,
        ICallPerson? person = null,
        FileSource? upload = null
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
            return Refuse(index, arguments, facts);
        }

        bool hasEntered = false;
        if (!inventory.MayConfirm)
        {
            return ToolCallOutcome.Of((await PassAsync(new CallConfirmation(ConfirmationRule.Never))).Result);
        }

        ConfirmationGate gate = new(
            inventory.Confirmation,
            person ?? NoPerson.Instance,
            Confirmations,
            inventory.Catalog,
            services.Time
        );
        return await gate.RunAsync(PassAsync, facts, progress, cancellationToken);

        async ValueTask<CallPass> PassAsync(CallConfirmation confirmation)
        {
            bool isFirst = !hasEntered;
            hasEntered = true;
            return await RunOnceAsync(
                index,
                arguments,
                new CallStart(progress, facts, client, confirmation, isFirst)
                {
                    Look = look,
                    IsBackground = isBackground,
                    Upload = upload,
                },
                cancellationToken
            );
        }
    }

    private async ValueTask<CallPass> RunOnceAsync(
        int index,
        ReadOnlyMemory<byte> arguments,
        CallStart start,
        CancellationToken cancellationToken
    )
    {
        (IProgressReporter progress, CallFacts facts, CallConfirmation confirmation) = (
            start.Progress,
            start.Facts,
            start.Confirmation
        );
        TimeSpan longest = deadline ?? (progress.IsHeard ? Longest : LongestUnheard);
        using CancellationTokenSource timeout = new(longest, services.Time);
        using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken,
            timeout.Token
        );
        RunningCall call = new(progress, longest, inventory.Catalog.ClientResults.BytesFor(start.Client), facts)
        {
            Extend = deadline is null && progress.IsHeard ? Extend : null,
            Look = start.Look,
            IsBackground = start.IsBackground,
            Upload = start.Upload,
            Confirmation = confirmation,
        };
        TimeSpan Extend()
        {
            timeout.CancelAfter(LongestOfMany);
            return LongestOfMany;
        }

        try
        {
            if (limits is not null && start is { IsFirst: true, IsBackground: false })
            {
                await limits.EnterAsync(caller, linked.Token);
            }

            if (start is { IsFirst: true, IsBackground: false })
            {
                _budget?.TakeCall();
                call = call with { Remark = _repeated?.Take(HashOf(index, arguments.Span)) };
            }

            CallPass pass = await RunAsync(index, arguments, call, linked.Token);
            _budget?.AddBytes(pass.Result.Text.Length);
            return pass;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            facts.Failed("Deadline", isBroken: true);
            return Ended(
                ToolErrors.Failure(
                    $"{inventory.NameOf(index)} did not finish within {longest.TotalSeconds:0} seconds and was stopped. "
                        + "Ask for less at once; look before repeating a write."
                )
            );
        }
        catch (ActionableException error)
        {
            facts.Failed(error);
            return Ended(ToolErrors.Describe(error));
        }
        // The boundary: whatever a tool throws, the session goes on and no detail leaks.
        catch (Exception exception)
        {
            facts.Failed("Bug", isBroken: true);
            return Ended(ToolErrors.Unexpected(inventory.NameOf(index), exception, log));
        }

        CallPass Ended(ToolResult result) => new(result, confirmation);
    }

    // Of no secret, so 64 bits that each process seeds anew do, and OpenSSL is not loaded for them.
    private static long HashOf(int index, ReadOnlySpan<byte> arguments)
    {
        HashCode low = default;
        HashCode high = default;
        low.Add(index);
        high.Add(~index);
        low.AddBytes(arguments);
        high.AddBytes(arguments);
        return ((long)high.ToHashCode() << 32) | (uint)low.ToHashCode();
    }

    private ToolCallOutcome Refuse(int index, ReadOnlyMemory<byte> arguments, CallFacts facts)
    {
        Unavailability reason = inventory.WhyNot(index);
        if (reason == Unavailability.Scope)
        {
            using JsonDocument? document = JsonSize.IsTooLarge(arguments.Span) ? null : Parse(arguments);
            facts.LackedScope(ToolRunner.ScopesOf(index, document?.RootElement, inventory));
        }
        else
        {
            facts.Failed("Disabled");
        }

        return ToolCallOutcome.Of(ToolErrors.Unavailable(inventory.NameOf(index), reason));
    }

    private async ValueTask<CallPass> RunAsync(
        int index,
        ReadOnlyMemory<byte> arguments,
        RunningCall call,
        CancellationToken cancellationToken
    )
    {
        if (JsonSize.IsTooLarge(arguments.Span))
        {
            return Refuse(
                $"The arguments of {inventory.NameOf(index)} have more than {ArgumentLimits.ValueCount} JSON tokens; send less at once."
            );
        }

        using JsonDocument? document = Parse(arguments);
        JsonElement? given = document?.RootElement;
        if (given is { ValueKind: not JsonValueKind.Object } other)
        {
            given = JsonConversion.ToArguments(other) ?? other;
        }

        return given?.ValueKind switch
        {
            JsonValueKind.Object => await CallAsync(index, given.Value, call, cancellationToken),
            null => Refuse(
                $"The arguments of {inventory.NameOf(index)} are not valid JSON, or nested more than {ArgumentLimits.Depth} levels deep."
            ),
            _ => Refuse(
                $"The arguments of {inventory.NameOf(index)} must be an object, got {ShownValue.KindOf(given.Value)}."
            ),
        };

        CallPass Refuse(string text) => new(ToolErrors.Failure(text), call.Confirmation);
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
    private async ValueTask<CallPass> CallAsync(
        int index,
        JsonElement arguments,
        RunningCall call,
        CancellationToken cancellationToken
    )
    {
        WaitingCall waiting = new(call.Progress, call.Longest, services.Time, call.Facts, call.Extend)
        {
            MayWait = !call.IsBackground,
            Confirmation = call.Confirmation,
            Budget = _budget,
        };
        ToolServices own = services.For(waiting, call.ResultBytes, Authored) with { Inventory = inventory };
        if (call.Remark is { } remark)
        {
            own.Remarks.Add(remark);
        }

        var tool = inventory.Catalog.Create(index);
        using ToolCallContext context = new(own, call.Progress) { Waiting = waiting, Upload = call.Upload };
        context.Enter(index, inventory);
        CallJournal? journal = services.Changes is { } changes
            ? new CallJournal(changes, inventory.Catalog, own, RunningTool)
            : null;
        waiting.Journal = journal;

        try
        {
            if (call.Look is { } look)
            {
                await look(context, cancellationToken);
                return new CallPass(new ToolResult(string.Empty), call.Confirmation);
            }

            RehearsedResult run = await DryRun.RunAsync(
                RunningTool,
                inventory.Catalog,
                waiting,
                own,
                () => tool.CallAsync(arguments, context, cancellationToken),
                cancellationToken
            );
            ToolResult result = run.Result.With(own.Remarks.Take()).Within(own.Projector);
            result = (own.Seen?.In(result, waiting.Permission.MayChange || ShowsChanges()) ?? result) with
            {
                Origins = own.Projector.Origins?.Json,
            };
            return new CallPass(own.Projector.IsStructured ? result.As(tool.Output) : result, call.Confirmation)
            {
                Plan =
                    call.Confirmation.Holds
                    && run.Words is { } words
                    && waiting.Rehearsed is { Writes: { Count: > 0 } writes }
                        ? new ConfirmationPlan(RunningTool(), context.Arguments!, writes, words, run.End)
                        : null,
            };
        }
        catch (ActionableException error) when (own.Seen is not null)
        {
            call.Facts.Failed(error);
            return new CallPass(own.Seen.In(ToolErrors.Describe(error), isOfWrite: true), call.Confirmation);
        }
        finally
        {
            if (journal is not null)
            {
                await journal.SaveAsync();
            }

            call.Facts.Inner = context.Inner;
            call.Facts.Arguments = context.Arguments;
            call.Facts.Workspace = context.Workspace?.Value;
            if (context.NeededScopes is { } needed)
            {
                call.Facts.LackedScope(needed);
            }
        }

        string RunningTool() => context.Inner ?? inventory.NameOf(index);

        // The journal names things by what writes have read.
        bool ShowsChanges() =>
            inventory.Catalog.CategoryNames[inventory.Catalog.CategoryIndex(inventory.Find(RunningTool()))]
            == CatalogView.ChangesCategory;
    }
}
