using ClickUpMcp.Tools.Catalog;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Lets a call that must be confirmed change something only once a person has confirmed what it would do.</summary>
/// <param name="rule">What must be confirmed.</param>
/// <param name="person">Who is asked.</param>
/// <param name="seal">Seals what they were shown.</param>
/// <param name="catalog">Says what cannot be undone.</param>
/// <param name="time">The clock.</param>
/// <remarks>
/// A call runs first without its writes, as a dry run does. Only if it then turns out that it must be confirmed and would write
/// is anybody asked; and before it runs again with its writes, it is found out anew that it still would do what was shown.
/// </remarks>
internal sealed class ConfirmationGate(
    ConfirmationRule rule,
    ICallPerson person,
    ConfirmationSeal seal,
    CatalogView catalog,
    TimeProvider time
)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>Runs a call.</summary>
    /// <param name="run">Runs it once.</param>
    /// <param name="facts">Takes that it was not confirmed.</param>
    /// <param name="progress">Hears that the call waits for the person.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async ValueTask<ToolCallOutcome> RunAsync(
        Func<CallConfirmation, ValueTask<CallPass>> run,
        CallFacts facts,
        IProgressReporter progress,
        CancellationToken cancellationToken
    )
    {
        string? text = person.Reach == PersonReach.Returning ? person.State : null;
        PresentedConfirmation? state = text is null ? null : seal.Read(text);
        DateTimeOffset now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        CallPass shown = await run(
            new CallConfirmation(rule) { ShownAt = state?.ShownAt ?? now, TimeOf = token => seal.Read(token)?.ShownAt }
        );
        if (shown.Plan is not { } plan)
        {
            return ToolCallOutcome.Of(shown.Result);
        }

        DateTimeOffset shownAt = shown.Confirmation.ShownAt ?? now;
        if (!shown.Confirmation.IsNeeded)
        {
            // A rule of places held it until it was seen what it writes to.
            return ToolCallOutcome.Of(
                shown.Confirmation.IsDryRun
                    ? shown.Result
                    : (await run(new CallConfirmation(rule) { IsCleared = true, ShownAt = shownAt })).Result
            );
        }

        if (shown.Confirmation.IsDryRun)
        {
            return ToolCallOutcome.Of(
                person.Reach == PersonReach.None
                    ? WithToken(shown.Result, seal.Seal(plan, shownAt, isToken: true))
                    : shown.Result
            );
        }

        if (shown.Confirmation.Token is { } given)
        {
            return person.Reach == PersonReach.None
                ? await RedeemAsync(
                    seal.Read(given),
                    plan,
                    isToken: true,
                    PersonReply.Confirmed,
                    run,
                    cancellationToken
                )
                : ToolCallOutcome.Of(ConfirmationErrors.NoToken(plan.Tool));
        }

        return person.Reach switch
        {
            PersonReach.Waiting => await AskAsync(plan, shownAt, run, progress, cancellationToken),
            PersonReach.Returning when text is null => Needs(plan, shownAt),
            PersonReach.Returning => await RedeemAsync(
                state,
                plan,
                isToken: false,
                person.Reply,
                run,
                cancellationToken
            ),
            _ => ToolCallOutcome.Of(ConfirmationErrors.Unasked(plan.Tool)),
        };
    }

    private ToolCallOutcome Needs(ConfirmationPlan plan, DateTimeOffset shownAt) =>
        ToolCallOutcome.Of(
            new NeededConfirmation(RehearsalReport.Question(plan, catalog), seal.Seal(plan, shownAt, isToken: false))
        );

    private async ValueTask<ToolCallOutcome> RedeemAsync(
        PresentedConfirmation? given,
        ConfirmationPlan plan,
        bool isToken,
        PersonReply reply,
        Func<CallConfirmation, ValueTask<CallPass>> run,
        CancellationToken cancellationToken
    )
    {
        ConfirmationFault fault = seal.Check(given, plan, isToken);
        if (fault == ConfirmationFault.None && reply == PersonReply.Missing)
        {
            return Needs(plan, given!.ShownAt);
        }

        // A "no" uses it up as well, so that nobody makes a "yes" of it.
        if (fault == ConfirmationFault.None && !await seal.TrySpendAsync(given!, cancellationToken))
        {
            fault = ConfirmationFault.Used;
        }

        return fault != ConfirmationFault.None ? ToolCallOutcome.Of(ConfirmationErrors.Faulty(plan.Tool, fault))
            : reply != PersonReply.Confirmed ? ToolCallOutcome.Of(ConfirmationErrors.Unconfirmed(plan.Tool, reply))
            : await WriteAsync(given!.ShownAt, run);
    }

    private async ValueTask<ToolCallOutcome> AskAsync(
        ConfirmationPlan plan,
        DateTimeOffset shownAt,
        Func<CallConfirmation, ValueTask<CallPass>> run,
        IProgressReporter progress,
        CancellationToken cancellationToken
    )
    {
        PersonReply? reply = await WaitAsync(RehearsalReport.Question(plan, catalog), progress, cancellationToken);
        if (reply != PersonReply.Confirmed)
        {
            return ToolCallOutcome.Of(
                reply is { } other
                    ? ConfirmationErrors.Unconfirmed(plan.Tool, other)
                    : ConfirmationErrors.Unreachable(plan.Tool)
            );
        }

        CallPass again = await run(new CallConfirmation(rule) { ShownAt = shownAt });
        return again.Plan is { } now && now.ToBytes().Span.SequenceEqual(plan.ToBytes().Span)
            ? await WriteAsync(shownAt, run)
            : ToolCallOutcome.Of(ConfirmationErrors.Faulty(plan.Tool, ConfirmationFault.Changed));
    }

    private async ValueTask<PersonReply?> WaitAsync(
        string question,
        IProgressReporter progress,
        CancellationToken cancellationToken
    )
    {
        using CancellationTokenSource timeout = new(ConfirmationSeal.Lifetime, time);
        using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken,
            timeout.Token
        );
        // Many clients give up on a call of which they hear nothing.
        int beats = 0;
        using ITimer heartbeat = time.CreateTimer(
            _ => progress.Report(Interlocked.Increment(ref beats) / 100.0, null, "Waiting for a person to confirm."),
            null,
            Heartbeat,
            Heartbeat
        );
        try
        {
            return await person.AskAsync(question, linked.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return PersonReply.TimedOut;
        }
    }

    private async ValueTask<ToolCallOutcome> WriteAsync(
        DateTimeOffset shownAt,
        Func<CallConfirmation, ValueTask<CallPass>> run
    )
    {
        CallPass done = await run(new CallConfirmation(rule) { IsGiven = true, ShownAt = shownAt });
        return ToolCallOutcome.Of(done.Result);
    }

    private static ToolResult WithToken(ToolResult shown, string token) =>
        shown with
        {
            Text =
                $"{shown.Text}\nIt must be confirmed by a person. If they agree, repeat the call without {DryRun.Argument} and "
                + $"with {DryRun.ConfirmArgument}: \"{token}\" (good once, for {ConfirmationSeal.Lifetime.TotalMinutes} minutes).",
        };
}
