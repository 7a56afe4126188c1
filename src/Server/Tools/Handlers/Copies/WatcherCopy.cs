using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Lets those who watch a task watch its copy: last of all, so that they are not told of each of its parts.</summary>
/// <param name="place">The list that the copies go to.</param>
/// <param name="run">Sends the requests.</param>
/// <param name="report">Takes what is not copied.</param>
internal sealed class WatcherCopy(CopyPlace place, CopyRun run, CopyReport report)
{
    private readonly Dictionary<string, HashSet<string>> _held = [];

    /// <summary>Those who watch a task and can watch a copy of it there.</summary>
    public static IEnumerable<string> Of(JsonElement task, CopyPlace place) => IdsOf(task).Where(place.HasMember);

    /// <summary>Notes who cannot.</summary>
    public void Plan(TaskNode node)
    {
        string[] strangers =
        [
            .. node
                .Task.Items("watchers")
                .Where(person => person.Text("id") is { } id && !place.HasMember(id))
                .Select(static person => LenientValue.Text(person, "username") ?? "?"),
        ];
        if (strangers.Length > 0)
        {
            report.Lost(
                $"watcher {string.Join(", ", strangers)}",
                "they are no members of the other workspace",
                node.Name
            );
        }
    }

    /// <summary>Takes who watches a copy since it was made, as its creator and its people do.</summary>
    public void Made(TaskNode node, JsonElement copy) => _held[node.Id] = [.. IdsOf(copy)];

    /// <summary>Adds those who are missing.</summary>
    public async ValueTask CopyAsync(TaskNode node, TaskId copy, CancellationToken cancellationToken)
    {
        HashSet<string> held = _held.GetValueOrDefault(node.Id) ?? [];
        MemberId[] added =
        [
            .. Of(node.Task, place).Where(id => !held.Contains(id)).Select(static id => new MemberId(id)),
        ];
        if (added.Length > 0)
        {
            await run.DoAsync(
                $"watchers of {node.Name}",
                kind: null,
                async () =>
                {
                    JsonElement shown = await run.SendAsync(
                        ClickUpOperations.PutTask(task: copy, addWatchers: added),
                        cancellationToken
                    );
                    HashSet<string> watching = [.. IdsOf(shown)];
                    foreach (MemberId person in added)
                    {
                        if (run.IsDryRun || watching.Contains(person.Value))
                        {
                            report.Made("watcher");
                        }
                        else
                        {
                            report.Lost($"watcher {NameOf(person.Value, node.Task)}", TaskCopy.NotApplied, node.Name);
                        }
                    }
                }
            );
        }
    }

    private static string NameOf(string id, JsonElement task) =>
        LenientValue.Text(task.Items("watchers").FirstOrDefault(person => person.Text("id") == id), "username") ?? id;

    private static IEnumerable<string> IdsOf(JsonElement task) =>
        task.Items("watchers").Select(static person => person.Text("id")).OfType<string>();
}
