using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Files;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Copies the files in custom fields of tasks: each is uploaded to the field, and those of a field are then put into the copy's.</summary>
/// <param name="place">The list that the copies go to.</param>
/// <param name="run">Sends the requests.</param>
/// <param name="report">Takes what is not copied.</param>
/// <param name="context">The call.</param>
internal sealed class FieldFileCopy(CopyPlace place, CopyRun run, CopyReport report, ToolCallContext context)
{
    private readonly Dictionary<string, List<(CustomFieldInfo Field, CopySource[] Files)>> _fields = [];
    private readonly Dictionary<string, List<FieldAssignment>> _set = [];
    private WorkspaceId? _workspace;

    /// <summary>Whether there are files that cannot be copied.</summary>
    public bool LosesSome { get; private set; }

    /// <summary>Whether a custom field holds files.</summary>
    public static bool Holds(JsonElement field) => field.Text("type") == "attachment";

    /// <summary>The files in the fields that a task has.</summary>
    public static IEnumerable<JsonElement> FilesOf(JsonElement task) =>
        FieldCopy.Filled(task).Where(Holds).SelectMany(static field => field.Items("value"));

    /// <summary>Whether files go into fields of a task's copy.</summary>
    public bool Has(TaskNode node) => _fields.ContainsKey(node.Id);

    /// <summary>Whether the fields of a copy that was read hold the files that were put there, as long as they were.</summary>
    public bool AreIn(TaskNode node, JsonElement copy) =>
        _set.GetValueOrDefault(node.Id)?.TrueForAll(set => set.IsShownIn(copy, DateZones.Unknown)) != false
        && _fields.GetValueOrDefault(node.Id)?.TrueForAll(planned => AreIn(planned.Files, planned.Field, copy))
            != false;

    /// <summary>Finds out which files of a task's fields can be copied.</summary>
    public async ValueTask PlanAsync(TaskNode node, CancellationToken cancellationToken)
    {
        foreach (JsonElement field in FieldCopy.Filled(node.Task).Where(Holds))
        {
            // A field that the list does not have is told of with all other fields.
            if (place.FieldFor(field) is not { } target)
            {
                continue;
            }

            _workspace ??= await FindWorkspaceAsync(node.Task, cancellationToken);
            CopySource[] files = [.. field.Items("value").Select(file => new CopySource(file, context)).Where(CanCopy)];
            if (files.Length > 0)
            {
                CollectionOf(_fields, node).Add((target, files));
            }

            bool CanCopy(CopySource file)
            {
                string? why = file.WhyNot ?? (_workspace is null ? "nothing tells which workspace it is in" : null);
                if (why is not null)
                {
                    LosesSome = true;
                    report.Lost($"file {file.Title} in field {target.Name}", why, node.Name);
                }

                return why is null;
            }
        }
    }

    /// <summary>Copies the files of a task's fields.</summary>
    public async ValueTask CopyAsync(TaskNode node, TaskId copy, CancellationToken cancellationToken)
    {
        foreach ((CustomFieldInfo field, CopySource[] files) in _fields.GetValueOrDefault(node.Id) ?? [])
        {
            List<string> ids = [];
            foreach (CopySource file in files)
            {
                await run.DoAsync(
                    $"file {file.Title} in field {field.Name} of {node.Name}",
                    "file",
                    async () => ids.Add(await UploadAsync(file, field, cancellationToken))
                );
            }

            if (ids.Count == 0)
            {
                continue;
            }

            FieldChange change = new(ids, [], IsWhole: false);
            FieldAssignment set = new(field, new CustomFieldValue(change.ToJson([])) { Change = change }, default);
            await run.DoAsync(
                $"field {field.Name} of {node.Name}",
                kind: null,
                async () =>
                {
                    await run.SendAsync(set.RequestFor(copy), cancellationToken);
                    CollectionOf(_set, node).Add(set);
                }
            );
        }
    }

    private async ValueTask<string> UploadAsync(
        CopySource file,
        CustomFieldInfo field,
        CancellationToken cancellationToken
    )
    {
        UrlFile opened = await file.OpenAsync(cancellationToken);
        JsonElement made = await context.SendAsync(
            ClickUpOperations.PostFieldFile(new CustomFieldId(field.Id), opened, file.Title, _workspace!.Value),
            cancellationToken
        );
        return made.Text("id") ?? throw new ActionableException("ClickUp's response shows no id of the file.");
    }

    private static bool AreIn(CopySource[] files, CustomFieldInfo field, JsonElement copy)
    {
        JsonElement shown = copy.Items("custom_fields").FirstOrDefault(one => one.Text("id") == field.Id);
        JsonElement[] there = [.. shown.Items("value")];
        return Array.TrueForAll(
            files,
            file =>
                Array.Exists(
                    there,
                    one => one.Text("title") == file.Title && (file.Size is null || one.Text("size") == file.Size)
                )
        );
    }

    // Version 3 takes files of fields at an address that names the workspace.
    private async ValueTask<WorkspaceId?> FindWorkspaceAsync(JsonElement task, CancellationToken cancellationToken)
    {
        string? known = place.Other?.Id ?? task.Text("team_id");
        if (known is null && task.Member("space").Text("id") is { } space)
        {
            known = (await CopyTarget.FindWorkspaceAsync(space, context, cancellationToken))?.Id;
        }

        return known is null ? null : new WorkspaceId(known);
    }

    private static List<T> CollectionOf<T>(Dictionary<string, List<T>> lists, TaskNode node)
    {
        if (!lists.TryGetValue(node.Id, out List<T>? list))
        {
            lists[node.Id] = list = [];
        }

        return list;
    }
}
