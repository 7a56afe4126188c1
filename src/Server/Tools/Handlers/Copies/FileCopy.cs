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
    private readonly Dictionary<string, IReadOnlyList<JsonElement>> _files = [];

    /// <summary>Whether there are files that cannot be copied.</summary>
    public bool LosesSome { get; private set; }

    /// <summary>Finds out which files of a task can be copied.</summary>
    public void Plan(TaskNode node)
    {
        List<JsonElement> files = [];
        foreach (JsonElement file in FilesOf(node.Task))
        {
            string? why =
                file.Text("url") is not { } url ? "ClickUp shows no address of it"
                : context.Services.Files?.Upstream.Has(url) != true
                    ? "it is kept elsewhere than at ClickUp's hosts of files"
                : null;
            if (why is null)
            {
                files.Add(file);
            }
            else
            {
                LosesSome = true;
                report.Lost($"file {TitleOf(file)}", why, node.Name);
            }
        }

        _files[node.Id] = files;
    }

    /// <summary>Copies the files of a task.</summary>
    public async ValueTask CopyAsync(TaskNode node, TaskId copy, CancellationToken cancellationToken)
    {
        foreach (JsonElement file in _files.GetValueOrDefault(node.Id) ?? [])
        {
            await run.DoAsync(
                $"file {TitleOf(file)} of {node.Name}",
                "file",
                async () =>
                {
                    FileSources sources = context.Services.Files!;
                    UrlFile opened = context.Own(
                        sources.Upstream.At(file.Text("url")!, sources.MaxBytes, sources.FetchTime)
                    );
                    // What is only shown is not fetched.
                    if (!context.Services.IsDryRun)
                    {
                        await UpstreamFiles.AskAsync(opened, sources.MaxBytes, cancellationToken);
                    }

                    await context.SendAsync(
                        ClickUpOperations.PostTaskFile(copy, opened, TitleOf(file)),
                        cancellationToken
                    );
                }
            );
        }
    }

    /// <summary>The files of a task that are there.</summary>
    public static IEnumerable<JsonElement> FilesOf(JsonElement task) =>
        task.Items("attachments").Where(static file => !file.IsTrue("deleted"));

    private static string TitleOf(JsonElement file) => file.Text("title") ?? "without a name";
}
