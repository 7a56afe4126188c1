using System.Text.Json;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Lists what the session changed, and what of it can be undone.</summary>
internal sealed class ListChangesHandler : IToolHandler<ResolvedListChanges>
{
    private const int MostRequests = 5;

    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedListChanges arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        ChangeJournal journal = await UndoRun.JournalAsync(context, cancellationToken);
        return HandlerResult.OfWhole([
            .. journal.All.Select(static change => BuiltJson.Of(writer => Write(writer, change))),
        ]);
    }

    private static void Write(Utf8JsonWriter writer, Change change)
    {
        IReadOnlyList<ChangeStep> steps = change.Steps;
        writer.WriteStartObject();
        writer.WriteString("id", change.Id);
        writer.WriteNumber("time", change.Time.ToUnixTimeMilliseconds());
        writer.WriteString("tool", change.Tool);
        writer.WriteStartArray("changed");
        foreach (ChangeStep step in steps.Take(MostRequests))
        {
            string about = step.About is { } name ? $" ({name})" : string.Empty;
            writer.WriteStringValue($"{step.Method.ToString().ToUpperInvariant()} {step.Path}{about}");
        }

        if (steps.Count + change.NotKept > MostRequests)
        {
            writer.WriteStringValue($"and {steps.Count + change.NotKept - MostRequests} more");
        }

        writer.WriteEndArray();
        writer.WriteString("undo", StateOf(change, steps));
        writer.WriteEndObject();
    }

    private static string StateOf(Change change, IReadOnlyList<ChangeStep> steps)
    {
        string[] reasons = [.. steps.Select(static step => step.Cannot).OfType<string>().Distinct()];
        string[] lost = [.. steps.Select(static step => step.Lost).OfType<string>().Distinct()];
        string state = change switch
        {
            { IsUndone: true } => "was undone",
            { CanBeUndone: false } => "cannot be undone",
            _ when steps.Any(static step => step.IsUndone) => "was undone in part",
            _ when reasons.Length > 0 => "can be undone in part",
            _ => "can be undone",
        };
        string text = reasons.Length == 0 ? state : $"{state}: {string.Join(' ', reasons)}";
        return lost.Length == 0 || change.IsUndone ? text : $"{text}; does not bring back: {string.Join(' ', lost)}";
    }
}
