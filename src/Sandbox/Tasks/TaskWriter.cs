using System.Text.Json;
using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Fields;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Tasks;

/// <summary>Applies the members that Create and Update Task share; what has the wrong type is silently ignored.</summary>
internal static class TaskWriter
{
    public static void Apply(Call call, TaskItem task)
    {
        var body = call.Body;
        ApplyText(body, task);
        ApplyDates(body, task);
        if (body.IsNull("priority"))
        {
            task.Priority = null;
        }
        else if (
            body.Find("priority") is { ValueKind: JsonValueKind.Number }
            && body.Number("priority") is >= 1 and <= 4 and var priority
        )
        {
            task.Priority = (int)priority;
        }

        ApplySizes(body, task);
        task.CustomItemId = body.IsNull("custom_item_id") ? 0 : body.Number("custom_item_id") ?? task.CustomItemId;
        task.IsArchived = body.Flag("archived") ?? task.IsArchived;
        task.DateUpdated = call.Now;
    }

    /// <summary>Moves the task to another status and keeps the dates and the history that hang on it.</summary>
    public static void Enter(TaskItem task, Status status, long now)
    {
        if (task.History.Count > 0 && task.Status == status)
        {
            return;
        }

        task.Status = status;
        task.DateClosed = status.IsClosed ? now : null;
        task.DateDone = status.IsFinished ? now : null;
        task.History.Add(new StatusPeriod(status, now));
    }

    /// <summary>Reads the custom fields of a create; values for fields that do not apply are dropped silently.</summary>
    public static Dictionary<string, JsonElement> ReadFields(Call call, TaskList list)
    {
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var written in call.Body.Items("custom_fields").Select(static item => new RequestBody(item)))
        {
            var field = call.World.Fields.Find(field => field.Id == written.Text("id"));
            if (
                field?.AppliesTo(list, call.Body.Number("custom_item_id") ?? 0) == true
                && FieldValueReader.Read(call.World, field, written, current: null) is { } stored
            )
            {
                values[field.Id] = stored;
            }
        }

        return values;
    }

    // What a ClickApp stands for is accepted and ignored where it is off.
    private static void ApplySizes(RequestBody body, TaskItem task)
    {
        var features = task.List.Space.Features;
        if (features.IsOn(SpaceFeatures.TimeEstimates))
        {
            task.TimeEstimate = body.IsNull("time_estimate") ? null : body.Number("time_estimate") ?? task.TimeEstimate;
        }

        if (features.IsOn(SpaceFeatures.Points))
        {
            task.Points = body.IsNull("points") ? null : body.Fraction("points") ?? task.Points;
        }
    }

    private static void ApplyText(RequestBody body, TaskItem task)
    {
        task.Name = body.Text("name") is { Length: > 0 } name ? name : task.Name;
        var markdown = body.Text("markdown_content") ?? body.Text("markdown_description");
        if (markdown is not null)
        {
            task.Markdown = markdown;
            task.PlainText = Markdown.ToPlainText(markdown);
        }
        else if (body.Text("description") is { } description)
        {
            task.Markdown = description;
            task.PlainText = description;
        }
    }

    private static void ApplyDates(RequestBody body, TaskItem task)
    {
        var features = task.List.Space.Features;
        task.DueDate = features.DueDates ? Date(body, "due_date", task.DueDate) : task.DueDate;
        task.StartDate = features.StartDate ? Date(body, "start_date", task.StartDate) : task.StartDate;
    }

    private static long? Date(RequestBody body, string name, long? current)
    {
        if (body.IsNull(name))
        {
            return null;
        }

        return body.Number(name) is not { } moment ? current
            : body.Flag(name + "_time") == true ? moment
            : WorkspaceClock.AtFour(moment);
    }
}
