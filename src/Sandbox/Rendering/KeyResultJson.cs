using System.Text.Json;
using ClickUpMcp.Sandbox.Goals;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Rendering;

/// <summary>Key results; their lists are called subcategories here.</summary>
internal static class KeyResultJson
{
    public static void Write(Utf8JsonWriter writer, World world, KeyResult result)
    {
        var percent = GoalProgress.Percent(world, result);
        writer.WriteStartObject();
        writer.WriteString("id", result.Id);
        writer.WriteString("goal_id", result.Goal.Id);
        writer.WriteString("name", result.Name);
        writer.WriteString("type", result.Type);
        writer.WriteString("unit", result.Unit);
        writer.WriteNumber("creator", result.Creator.Id);
        writer.WriteMoment("date_created", result.DateCreated);
        writer.WriteString("goal_pretty_id", result.Goal.PrettyId.ToString());
        writer.WriteNumber("percent_completed", percent);
        writer.WriteBoolean("completed", percent == 100);
        writer.WriteNumber("steps_start", result.StepsStart);
        writer.WriteNumber("steps_end", result.StepsEnd);
        writer.WriteNumber("steps_current", result.StepsCurrent);
        writer.WriteList("task_ids", result.Tasks, static (inner, task) => inner.WriteStringValue(task.Id));
        writer.WriteList("subcategory_ids", result.Lists, static (inner, list) => inner.WriteStringValue(list.Id));
        writer.WriteList("owners", result.Owners, MemberJson.WritePerson);
        WriteAction(writer, result);
        writer.WriteEndObject();
    }

    // Steps come as texts, and again as numbers under names that end in float.
    private static void WriteAction(Utf8JsonWriter writer, KeyResult result)
    {
        var action = result.LastAction;
        var taken = action.After - action.Before;
        writer.WriteStartObject("last_action");
        writer.WriteString("id", action.Id);
        writer.WriteString("key_result_id", result.Id);
        writer.WriteNumber("userid", action.Person.Id);
        writer.WriteMoment("date_modified", action.Date);
        writer.WriteString("steps_taken", taken?.ToString());
        writer.WriteString("note", action.Note);
        writer.WriteString("steps_before", action.Before?.ToString());
        writer.WriteString("steps_current", action.After?.ToString());
        writer.WriteNumber("steps_before_float", action.Before ?? result.StepsCurrent);
        writer.WriteNumber("steps_taken_float", taken ?? 0);
        writer.WriteString("steps_current_float", action.After?.ToString());
        writer.WriteEndObject();
    }
}
