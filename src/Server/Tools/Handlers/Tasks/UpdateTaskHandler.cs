using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Changes a task, its home list, tags and custom fields, a request or more each; says what was not applied.</summary>
internal sealed class UpdateTaskHandler : IToolHandler<ResolvedUpdateTask>
{
    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedUpdateTask arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        context.HasUsed("list");
        // All is read and checked before anything is sent, so that a mistake changes nothing.
        JsonElement before = NeedsTask(arguments)
            ? await context.SendAsync(arguments.ReadTask(subtasks: false), cancellationToken)
            : default;
        await CheckPlacesAsync(arguments, before, context, cancellationToken);
        IReadOnlyList<FieldAssignment> fields = await ReadFieldsAsync(arguments, before, context, cancellationToken);
        TaskTags? tags = arguments.Tags is { } wanted
            ? new TaskTags(before, [.. wanted.Select(static tag => tag.Value)])
            : null;
        ClickUpRequest update = WithAssignees(arguments, before).PutTask();
        ChangeParts parts = new();
        SentMove? move = await MoveAsync(arguments, before, parts, context, cancellationToken);
        JsonElement? response = null;
        // Without any part, sending says that there is nothing to change.
        if (!update.ChangesNothing || !HasFurtherParts(arguments))
        {
            await parts.DoAsync(
                "The change of the task",
                async () => response = await context.SendAsync(update, cancellationToken)
            );
        }

        if (move is not null)
        {
            // What the change of the task answered with shows where it is now; only without it the task is read for that.
            response = response is { } shown && TaskReading.HomeOf(shown).Value.Length > 0 ? shown : null;
            await parts.DoAsync(
                "The move",
                async () =>
                {
                    response ??= await context.SendAsync(arguments.ReadTask(subtasks: false), cancellationToken);
                    RemarkUnlessEmpty(move.Report(response.Value), context);
                }
            );
        }

        await SetTagsAsync(tags, arguments, parts, context, cancellationToken);
        IReadOnlyList<FieldAssignment> set = await SetFieldsAsync(fields, arguments, parts, context, cancellationToken);
        parts.Check();
        if (!parts.HasChanged)
        {
            context.Remark("All of that is so already; nothing was sent.");
        }

        JsonElement task =
            response is { } changed && fields.Count == 0 && tags is null
                ? changed
                : await context.SendAsync(arguments.ReadTask(subtasks: false), cancellationToken);
        if (
            arguments is { Start: not null, Due: null } or { Start: null, Due: not null }
            && TaskReading.EndsBeforeItStarts(task)
        )
        {
            context.Remark("The task is due before it starts now: only one of the two dates was given.");
        }

        TaskReadBack after = new(task, await context.Services.GetZonesAsync(cancellationToken));
        after.ExpectFields(set);
        after.ExpectAll("tag", "tags[].name", tags?.Added);
        after.ExpectNone("removal of tag", "tags[].name", tags?.Removed);
        after.ExpectOnly("tags", "tags", "name", "name", tags?.Whole);
        after.ExpectOnly("assignees", "assignees", "id", "username", arguments.Assignees?.Select(static p => p.Value));
        return HandlerResult.OfItem(task, [.. after.Notes, .. parts.Notes]);
    }

    public async ValueTask CheckAsync(
        ResolvedUpdateTask arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        if (arguments.Task.Value.Length == 0 || !NeedsTask(arguments))
        {
            return;
        }

        JsonElement task = await context.SendAsync(arguments.ReadTask(subtasks: false), cancellationToken);
        if (
            arguments is
            {
                List: null or { Value.Length: > 0 },
                Parent: null or { Value.Length: > 0 },
                MoveToList: null or { Value.Length: > 0 }
            }
        )
        {
            await CheckPlacesAsync(arguments, task, context, cancellationToken);
        }

        if (arguments is { MoveToList: { Value.Length: > 0 } list, Status: null or { Value.Length: > 0 } })
        {
            await new TaskMove(arguments.Task, list, arguments.Status?.Value).CheckAsync(
                task,
                context,
                cancellationToken
            );
        }

        if (arguments.CustomFields is { Count: > 0 })
        {
            await ReadFieldsAsync(arguments, task, context, cancellationToken);
        }
    }

    private static ValueTask<IReadOnlyList<FieldAssignment>> ReadFieldsAsync(
        ResolvedUpdateTask arguments,
        JsonElement task,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) =>
        ListFields.ReadAllAsync(
            () => ListFields.OfTaskAsync(task, PlaceOf(arguments, task), context, cancellationToken),
            arguments.CustomFields?.Select(static f => (f.Field, f.Value)),
            cancellationToken
        );

    private static bool NeedsTask(ResolvedUpdateTask arguments) =>
        HasFurtherParts(arguments) || arguments is { List: not null } or { Parent: not null };

    private static bool HasFurtherParts(ResolvedUpdateTask arguments) =>
        arguments
            is { CustomFields.Count: > 0 }
                or { MoveToList: not null }
                or { Assignees: not null }
                or { Tags: not null };

    private static ListId PlaceOf(ResolvedUpdateTask arguments, JsonElement before) =>
        arguments.MoveToList ?? TaskReading.HomeOf(before);

    private static async ValueTask CheckPlacesAsync(
        ResolvedUpdateTask arguments,
        JsonElement before,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        if (arguments.List is { } named && !TaskReading.IsHome(before, named) && !TaskReading.IsAlsoIn(before, named))
        {
            throw new ActionableException(
                $"Task {TaskReading.Name(before)} is in list {TaskReading.Name(before.Member("list"))}, not in {arguments.Given.List?.Text}.",
                "list says where the task is looked up; it does not move it. Nothing was sent.",
                "Leave list out to change the task where it is. To move it, use move_task, or move_to_list here."
            );
        }

        if (arguments.Parent is { } parent)
        {
            await ParentPlace.FindAsync(parent, PlaceOf(arguments, before), context, cancellationToken);
        }
    }

    // ClickUp takes who is added and who is removed; who is assigned already stays as it is.
    private static ResolvedUpdateTask WithAssignees(ResolvedUpdateTask arguments, JsonElement before)
    {
        if (arguments.Assignees is not { } wanted)
        {
            return arguments;
        }

        MemberId[] held =
        [
            .. before
                .Items("assignees")
                .Select(static p => p.Text("id"))
                .OfType<string>()
                .Select(static id => new MemberId(id)),
        ];
        return arguments with { AddAssignees = [.. wanted.Except(held)], RemoveAssignees = [.. held.Except(wanted)] };
    }

    private static async ValueTask<SentMove?> MoveAsync(
        ResolvedUpdateTask arguments,
        JsonElement before,
        ChangeParts parts,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        if (arguments.MoveToList is not { } list)
        {
            return null;
        }

        TaskMove move = new(arguments.Task, list, arguments.Status?.Value) { IsTold = false };
        (SentMove? sent, string said) = await move.SendAsync(before, context, cancellationToken);
        if (sent is null)
        {
            await parts.DoAsync("The move", () => ValueTask.CompletedTask);
            RemarkUnlessEmpty(said, context);
        }

        return sent;
    }

    private static void RemarkUnlessEmpty(string remark, ToolCallContext context)
    {
        if (remark.Length > 0)
        {
            context.Remark(remark);
        }
    }

    private static async ValueTask SetTagsAsync(
        TaskTags? tags,
        ResolvedUpdateTask arguments,
        ChangeParts parts,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        foreach (string tag in tags?.Added ?? [])
        {
            await parts.DoAsync(
                $"Adding the tag {tag}",
                async () =>
                    await context.Services.Client.SendAsync(arguments.AddTagToTask(new TagId(tag)), cancellationToken)
            );
        }

        foreach (string tag in tags?.Removed ?? [])
        {
            await parts.DoAsync(
                $"Removing the tag {tag}",
                async () =>
                    await context.Services.Client.SendAsync(
                        arguments.RemoveTagFromTask(new TagId(tag)),
                        cancellationToken
                    )
            );
        }
    }

    private static async ValueTask<IReadOnlyList<FieldAssignment>> SetFieldsAsync(
        IReadOnlyList<FieldAssignment> fields,
        ResolvedUpdateTask arguments,
        ChangeParts parts,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        List<FieldAssignment> done = [];
        foreach (FieldAssignment set in fields.Where(static set => !set.IsDone))
        {
            await parts.DoAsync(
                $"Setting the custom field {set.Field.Name}",
                async () =>
                {
                    await context.Services.Client.SendAsync(set.RequestFor(arguments.Task), cancellationToken);
                    done.Add(set);
                }
            );
        }

        return done;
    }
}
