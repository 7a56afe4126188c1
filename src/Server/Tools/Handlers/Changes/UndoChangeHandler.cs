using ClickUpMcp.Errors;
using ClickUpMcp.Text;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Undoes one change of the session, or does again what an undo undid.</summary>
internal sealed class UndoChangeHandler : IToolHandler<ResolvedUndoChange>
{
    private const string Last = "last";
    private const int MostOptions = 10;

    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedUndoChange arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        ChangeJournal journal = await UndoRun.JournalAsync(context, cancellationToken);
        if (arguments.Change.Trim().Equals(Last, StringComparison.OrdinalIgnoreCase))
        {
            IReadOnlyList<Change> open = await UndoRun.OpenAsync(context, cancellationToken);
            return await new UndoRun(context).RunAsync([.. open.Take(1)], cancellationToken);
        }

        Change change =
            journal.Find(arguments.Change)
            ?? throw new ActionableException(
                $"There is no change {OutputSanitizer.CleanLine(arguments.Change)}.",
                $"A session knows only its own changes, for {ChangeJournal.Lifetime.TotalHours} hours.",
                "Take an id from list_changes.",
                [.. journal.All.Take(MostOptions).Select(static known => $"{known.Id} ({known.Tool})")]
            );
        return change.IsUndone
            ? throw new ActionableException(
                $"The change {change.Id} was undone already.",
                next: "To do it again, undo the undo: list_changes has its id."
            )
            : await new UndoRun(context).RunAsync([change], cancellationToken);
    }
}
