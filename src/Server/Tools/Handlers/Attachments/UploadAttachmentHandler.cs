using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Text;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Uploads a file to a task, or to a file field and from there into the field of a task.</summary>
internal sealed class UploadAttachmentHandler : IToolHandler<ResolvedUploadAttachment>
{
    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedUploadAttachment arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        if (context.Upload is null && arguments is { FileData: null, FilePath: null, FileUrl: null })
        {
            return UploadRequest.Of(arguments, context);
        }

        if (arguments.CustomField is not { } field)
        {
            UploadedFile forTask = await UploadedFile.OpenAsync(arguments, context, cancellationToken);
            return HandlerResult.OfRequest(
                ClickUpOperations.PostTaskFile(arguments.Task!.Value, forTask.Source, forTask.Name)
            );
        }

        if (arguments.Task is not { } task)
        {
            return HandlerResult.OfRequest(await PostToFieldAsync(field));
        }

        JsonElement before = await context.SendAsync(
            ClickUpOperations.ReadTask(task, subtasks: false),
            cancellationToken
        );
        CustomFieldInfo found = await FindAsync(field, before, context, cancellationToken);
        JsonElement file = await context.SendAsync(await PostToFieldAsync(field), cancellationToken);
        FieldChange change = new([file.Text("id") ?? string.Empty], [], IsWhole: false);
        FieldAssignment set = new(found, new CustomFieldValue(change.ToJson([])) { Change = change }, default);
        await context.Services.Client.SendAsync(set.RequestFor(task), cancellationToken);
        JsonElement after = await context.SendAsync(
            ClickUpOperations.ReadTask(task, subtasks: false),
            cancellationToken
        );
        if (!set.IsShownIn(after, await context.Services.GetZonesAsync(cancellationToken)))
        {
            throw new ActionableException(
                $"The file was uploaded to the field {found.Name}, but is not in that field of task {TaskReading.Name(before)}.",
                "ClickUp accepted the request and did not apply it.",
                $"Put it there with set_custom_field_value, value {file.Text("id")}."
            );
        }

        context.Remark($"It is in the field {found.Name} of task {TaskReading.Name(before)}.");
        return HandlerResult.OfItem(file);

        async ValueTask<ClickUpRequest> PostToFieldAsync(CustomFieldId owner)
        {
            UploadedFile forField = await UploadedFile.OpenAsync(arguments, context, cancellationToken);
            return ClickUpOperations.PostFieldFile(owner, forField.Source, forField.Name, arguments.Workspace);
        }
    }

    // Before the upload, which nothing undoes.
    private static async ValueTask<CustomFieldInfo> FindAsync(
        CustomFieldId field,
        JsonElement task,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<CustomFieldInfo> fields = await context.Services.Directory.GetFieldsAsync(
            TaskReading.HomeOf(task),
            afterMiss: false,
            cancellationToken
        );
        CustomFieldInfo[] files = [.. fields.Where(static f => f.Type == "attachment")];
        return Array.Find(files, f => f.Id == field.Value)
            ?? throw new ActionableException(
                $"Task {TaskReading.Name(task)} has no such file field.",
                "Only a custom field of type attachment, in the task's list, takes files. Nothing was sent.",
                "Name one of the list's file fields, or leave custom_field out to attach the file to the task.",
                [.. files.Select(static f => OutputSanitizer.CleanLine(f.Name))]
            );
    }
}
