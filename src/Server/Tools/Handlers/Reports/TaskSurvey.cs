using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>All tasks that pass some filters, or so many of them as one call reads.</summary>
/// <param name="Tasks">The tasks, each once.</param>
/// <param name="IsComplete">Whether these are all.</param>
internal sealed record TaskSurvey(IReadOnlyList<TaskFacts> Tasks, bool IsComplete)
{
    // Half of a minute's budget of 100 requests.
    private const int MostTasks = 5_000;
    private const int AtOnce = 1_000;

    /// <summary>Reads page after page; of each task only what reports need is kept.</summary>
    public static async ValueTask<TaskSurvey> ReadAsync(
        ClickUpRequest request,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        Dictionary<string, TaskFacts> tasks = new(StringComparer.Ordinal);
        string? cursor = null;
        int seen = 0;
        do
        {
            ResponseQuery query = new(
                context.Query!.Cursors,
                GetWorkspaceTasksTool.SharedResponse,
                new OutputOptions { Limit = AtOnce, Cursor = cursor },
                Outcome: null
            );
            using ItemPage page = await Paginator.ReadAsync(
                context.Services.Client,
                request,
                query,
                cancellationToken,
                alsoRead: TaskFacts.Members
            );
            foreach (JsonElement task in page.Items)
            {
                TaskFacts facts = TaskFacts.Read(task);
                // A task that changes while pages are read may come twice.
                tasks[facts.Id] = facts;
            }

            cursor = page.NextCursor;
            seen += page.Seen;
            context.Progress.Report(seen, null, $"{seen} tasks read");
        } while (cursor is not null && seen < MostTasks);

        return new TaskSurvey([.. tasks.Values], cursor is null);
    }

    /// <summary>Those of the tasks for which a condition holds.</summary>
    public TaskSurvey Where(Func<TaskFacts, bool> holds) => this with { Tasks = [.. Tasks.Where(holds)] };

    /// <summary>The same without what is done: ClickUp leaves out only what is closed.</summary>
    public TaskSurvey OfOpen() => Where(static task => !task.IsFinished);

    /// <summary>How far was looked, which is not how much was found.</summary>
    public string Describe(string noun) =>
        IsComplete
            ? Coverage.Describe(Tasks.Count, noun)
            : $"Looked through {Tasks.Count} {noun}, those changed last; there are more, so the figures are too low: narrow the lists, folders, spaces or people.";
}
