using System.Globalization;
using System.Text;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Undoes changes, each from its last request to its first, and says what came of it.</summary>
/// <param name="context">The call.</param>
internal sealed class UndoRun(ToolCallContext context)
{
    private readonly StringBuilder _text = new();
    private readonly HashSet<string> _touched = [];
    private int _undone;
    private int _refused;

    /// <summary>The journal of the session.</summary>
    /// <exception cref="ActionableException">This server keeps none.</exception>
    public static async ValueTask<ChangeJournal> JournalAsync(
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        ChangeJournal journal =
            context.Services.Changes
            ?? throw new ActionableException(
                "This server keeps no journal of changes, so nothing can be undone.",
                "Its operator turned it off.",
                "Undo by hand, with the tools that change things, or have the operator set --undo on."
            );
        await journal.LoadAsync(cancellationToken);
        return journal;
    }

    /// <summary>The changes that can be undone and were not, the latest first; no undo is among them.</summary>
    public static async ValueTask<IReadOnlyList<Change>> OpenAsync(
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        ChangeJournal journal = await JournalAsync(context, cancellationToken);
        return [.. journal.All.Where(static change => change is { IsUndo: false, IsUndone: false })];
    }

    /// <summary>Undoes the changes in the order in which they are given.</summary>
    public async ValueTask<HandlerResult> RunAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        if (changes.Count == 0)
        {
            return HandlerResult.Sentence(
                "There is nothing to undo: this session changed nothing lately, or all of that was undone."
            );
        }

        foreach (Change change in changes)
        {
            Say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Change {change.Id}, {change.Tool} of {change.Time:yyyy-MM-dd HH:mm} UTC:"
                )
            );
            foreach (ChangeStep step in change.Steps.Reverse().Where(static step => !step.IsUndone))
            {
                await UndoAsync(step, cancellationToken);
            }

            if (!context.Services.IsDryRun)
            {
                await context.Services.Changes!.SaveAsync(change, cancellationToken);
            }

            if (change.NotKept > 0)
            {
                Say($"- {change.NotKept} more requests were too many to be kept, and are not undone.");
            }
        }

        if (_refused > 0)
        {
            Say(
                "Look at what was not undone, and change it with its own tool where that is still wanted. "
                    + "undo_change undoes an earlier change by its id in list_changes."
            );
        }

        string text = _text.ToString().TrimEnd();
        return HandlerResult.Of(_undone == 0 ? ToolErrors.Failure(text) : new ToolResult(text));
    }

    private async ValueTask UndoAsync(ChangeStep step, CancellationToken cancellationToken)
    {
        string what =
            $"- {step.Method.ToString().ToUpperInvariant()} {step.Path}{(step.About is { } about ? $" ({about})" : string.Empty)}";
        if (step.Cannot is { } cannot)
        {
            Refuse($"{what}: cannot be undone. {cannot}");
            return;
        }

        if (step.Undo.FirstOrDefault(undo => !IsAllowed(undo)) is { } forbidden)
        {
            Refuse($"{what}: not undone, since no tool that is available here may send {forbidden.Operation}.");
            return;
        }

        try
        {
            UndoFinding finding = IsShownAlready(step)
                ? new UndoFinding(UndoState.Ready)
                : await new UndoCheck(context.Services.Client, context.Waiting).RunAsync(step, cancellationToken);
            switch (finding.State)
            {
                case UndoState.IsUndone:
                    Settle(step);
                    Say($"{what}: nothing to undo, {finding.Reason}.");
                    break;
                case UndoState.IsChanged:
                    Refuse($"{what}: not undone, {finding.Reason}.");
                    break;
                default:
                    string made = await SendAsync(step, cancellationToken);
                    Settle(step);
                    Say(
                        $"{what}: undone{made}.{(step.Lost is { } lost ? $" Not brought back: {lost}" : string.Empty)}"
                    );
                    break;
            }
        }
        catch (ActionableException refusal)
        {
            Refuse($"{what}: not undone. {refusal.What}");
        }
    }

    private async ValueTask<string> SendAsync(ChangeStep step, CancellationToken cancellationToken)
    {
        if (step.Snapshot is { } snapshot)
        {
            TaskRecreation recreation = new(
                UndoRule.Of(context.Services.Inventory!.Catalog, step.Operation)!,
                context.Services.Client,
                await context.Services.GetZonesAsync(cancellationToken)
            );
            string id = await recreation.RunAsync(System.Text.Json.JsonElement.Parse(snapshot), cancellationToken);
            string failed = string.Join(", ", recreation.Failed.Distinct());
            return $", as the new task {id}{(failed.Length == 0 ? string.Empty : $" without {failed}")}";
        }

        string? made = null;
        foreach (UndoRequest undo in step.Undo)
        {
            ClickUpResponse response = await context.Services.Client.SendAsync(
                undo.ToRequest() with
                {
                    Invalidates = step.Stale,
                },
                cancellationToken
            );
            made ??= undo.Method == ClickUpMethod.Post && step.Method == ClickUpMethod.Delete ? IdOf(response) : null;
        }

        return made is null ? string.Empty : $", with the new id {made}";
    }

    private static string? IdOf(ClickUpResponse response)
    {
        using var document = Resolution.JsonLenient.Parse(response);
        return Resolution.JsonLenient.Text(WriteCheck.Unwrap(document.RootElement), "id");
    }

    // A dry run undoes nothing, so what an earlier step of it would have put back is not seen there.
    private bool IsShownAlready(ChangeStep step) =>
        step.Look is { } look && !_touched.Add(look.Request.Path) && context.Services.IsDryRun;

    private bool IsAllowed(UndoRequest undo) =>
        context.Waiting is not { } call || call.Permission.Allows(undo.Operation, changes: true);

    private void Settle(ChangeStep step)
    {
        step.IsUndone |= !context.Services.IsDryRun;
        _undone++;
    }

    private void Refuse(string line)
    {
        _refused++;
        Say(line);
    }

    private void Say(string line) => _text.Append(line).Append('\n');
}
