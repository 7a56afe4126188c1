using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Files;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Copies the files of tasks: each is fetched from where ClickUp keeps it, without any credential, while it is uploaded to the copy.</summary>
/// <param name="run">Sends the requests.</param>
/// <param name="report">Takes what is not copied.</param>
/// <param name="context">The call.</param>
internal sealed class FileCopy(CopyRun run, CopyReport report, ToolCallContext context)
{
    private readonly Dictionary<string, IReadOnlyList<CopySource>> _files = [];

    /// <summary>Whether there are files that cannot be copied.</summary>
    public bool LosesSome { get; private set; }

    /// <summary>Finds out which files of a task can be copied.</summary>
    public void Plan(TaskNode node)
    {
        List<CopySource> files = [];
        foreach (CopySource file in FilesOf(node.Task).Select(file => new CopySource(file, context)))
        {
            if (file.WhyNot is { } why)
            {
                LosesSome = true;
                report.Lost($"file {file.Title}", why, node.Name);
            }
            else
            {
                files.Add(file);
            }
        }

        _files[node.Id] = files;
    }

    /// <summary>Copies the files of a task.</summary>
    public async ValueTask CopyAsync(TaskNode node, TaskId copy, CancellationToken cancellationToken)
    {
        foreach (CopySource file in _files.GetValueOrDefault(node.Id) ?? [])
        {
            await run.DoAsync(
                $"file {file.Title} of {node.Name}",
                "file",
                async () =>
                {
                    UrlFile opened = await file.OpenAsync(cancellationToken);
                    await context.SendAsync(
                        ClickUpOperations.PostTaskFile(copy, opened, file.Title),
                        cancellationToken
                    );
                }
            );
        }
    }

    /// <summary>The files of a task that are there.</summary>
    public static IEnumerable<JsonElement> FilesOf(JsonElement task) =>
        task.Items("attachments").Where(static file => !file.IsTrue("deleted"));
}
