using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Creates a task with custom fields in people's words, and says what ClickUp did not keep.</summary>
internal sealed class CreateTaskHandler(ToolServices services) : IToolHandler<CreateTaskArguments>
{
    public async ValueTask<ToolResult> HandleAsync(
        CreateTaskArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await arguments.ResolveAsync(context, cancellationToken);
        IReadOnlyList<FieldAssignment> fields = await ReadFieldsAsync(arguments, context, cancellationToken);
        ClickUpResponse response = await services.Client.SendAsync(
            ClickUpOperations.PostTask(NewTask(arguments, fields), context),
            cancellationToken
        );
        using JsonDocument task = ResponseReader.Parse(response.Body);
        TaskReadBack made = new(task.RootElement);
        made.Expect("status", "status.status", arguments.Status?.Id);
        made.Expect("parent", "parent", arguments.Parent?.Id);
        made.ExpectAll("assignee", "assignees[].id", arguments.Assignees?.Select(ResolvedValue.IdOf));
        made.ExpectAll("tag", "tags[].name", arguments.Tags);
        made.ExpectFields(fields);
        return await HandlerAnswer.OneAsync(
            task.RootElement,
            CreateTaskTool.Answer,
            arguments.Output,
            services,
            made.Notes,
            cancellationToken
        );
    }

    private static async ValueTask<IReadOnlyList<FieldAssignment>> ReadFieldsAsync(
        CreateTaskArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        if (arguments.CustomFields is not { Count: > 0 } given)
        {
            return [];
        }

        ListFields fields = await ListFields.OfListAsync(
            arguments.List,
            arguments.Workspace,
            context,
            cancellationToken
        );
        return await fields.ReadAllAsync(given.Select(static f => (f.Field, f.Value)), cancellationToken);
    }

    private static PostTaskArguments NewTask(CreateTaskArguments arguments, IReadOnlyList<FieldAssignment> fields) =>
        new()
        {
            Name = arguments.Name,
            List = arguments.List,
            Description = arguments.Description,
            Status = arguments.Status,
            Priority = arguments.Priority,
            Due = arguments.Due,
            Start = arguments.Start,
            Estimate = arguments.Estimate,
            Assignees = arguments.Assignees,
            Tags = arguments.Tags,
            Parent = arguments.Parent,
            Points = arguments.Points,
            TaskType = arguments.TaskType,
            NotifyAll = arguments.NotifyAll,
            CheckRequiredCustomFields = arguments.CheckRequiredCustomFields,
            CustomFields = fields.Count == 0 ? null : BuiltJson.Of(writer => Write(writer, fields)),
        };

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<FieldAssignment> fields)
    {
        writer.WriteStartArray();
        foreach ((CustomFieldInfo field, CustomFieldValue value) in fields)
        {
            writer.WriteStartObject();
            writer.WriteString("id", field.Id);
            writer.WritePropertyName("value");
            value.Value.WriteTo(writer);
            if (value.Options is { } options)
            {
                writer.WritePropertyName("value_options");
                options.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
