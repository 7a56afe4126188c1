using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Tells which tasks of a sprint were added after it began, and which were carried over from before.</summary>
/// <remarks>ClickUp does not say when a task came to a list, so this is judged by when it was created and when work on it began.</remarks>
internal sealed class SprintScope
{
    // As many as one request takes, and as many requests as one sprint may cost for this.
    private const int AtOnce = 100;
    private const int MostTasks = 500;

    private readonly HashSet<string> _begunBefore = new(StringComparer.Ordinal);
    private readonly long? _start;

    private SprintScope(long? start)
    {
        _start = start;
    }

    /// <summary>What there is to say of it.</summary>
    public string Note { get; private set; } = "Added: created since it began. Carried: in progress before.";

    public static async ValueTask<SprintScope> ReadAsync(
        IReadOnlyList<TaskFacts> tasks,
        long? start,
        Func<IReadOnlyList<TaskId>, ClickUpRequest> request,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        SprintScope scope = new(start);
        TaskFacts[] older = [.. tasks.Where(task => task.Created < start).Take(MostTasks)];
        try
        {
            foreach (TaskFacts[] some in older.Chunk(AtOnce))
            {
                JsonElement response = await context.SendAsync(
                    request([.. some.Select(static task => new TaskId(task.Id))]),
                    cancellationToken
                );
                scope.Add(response);
            }
        }
        // Time in status is a ClickApp, which may be off.
        catch (ActionableException refusal) when (refusal.IsRefusal)
        {
            scope.Note = $"What was carried over could not be told: {refusal.What}";
        }

        return scope;
    }

    /// <summary>Whether a task was created in the sprint.</summary>
    public bool IsAdded(TaskFacts task) => task.Created >= _start;

    /// <summary>Whether a task was in progress before the sprint, and not done by then.</summary>
    public bool IsCarriedOver(TaskFacts task) => _begunBefore.Contains(task.Id) && !(task.Done < _start);

    /// <summary>The same as a word; empty for what was planned.</summary>
    public string WordOf(TaskFacts task) =>
        IsAdded(task) ? "added"
        : IsCarriedOver(task) ? "carried"
        : "";

    private void Add(JsonElement response)
    {
        if (response.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (JsonProperty task in response.EnumerateObject())
        {
            bool hasBegun = task
                .Value.Items("status_history")
                .Where(static period => period.Text("type") == "custom")
                .Select(static period => LenientValue.Number(period.Member("total_time").Member("since")))
                .Any(since => since < _start);
            if (hasBegun)
            {
                _begunBefore.Add(task.Name);
            }
        }
    }
}
