using System.Text.Json;
using ClickUpMcp.Sandbox.Goals;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Rendering;

/// <summary>Goals, alone and in the listing of a workspace.</summary>
internal static class GoalJson
{
    public static void Write(Utf8JsonWriter writer, World world, Goal goal)
    {
        writer.WriteStartObject();
        WriteBasics(writer, world, goal);
        writer.WriteStartArray("members");
        writer.WriteEndArray();
        writer.WriteList("key_results", goal.KeyResults, (inner, result) => KeyResultJson.Write(inner, world, result));
        writer.WriteStartArray("history");
        writer.WriteEndArray();
        writer.WriteString("pretty_url", $"https://app.clickup.com/{goal.Workspace.Id}/goals/{goal.PrettyId}");
        writer.WriteEndObject();
    }

    /// <summary>A goal in the listing: counts its key results, and carries the token of its editor.</summary>
    public static void WriteListed(Utf8JsonWriter writer, World world, Goal goal)
    {
        writer.WriteStartObject();
        WriteBasics(writer, world, goal);
        writer.WriteString("owner", goal.MultipleOwners ? null : goal.Owners.FirstOrDefault()?.Id.ToString());
        writer.WriteString("editor_token", $"goal:{goal.Id}:NOTASECRET");
        writer.WriteMoment("date_updated", goal.DateUpdated);
        writer.WriteMoment("last_update", goal.DateUpdated);
        writer.WriteBoolean("pinned", false);
        writer.WriteNumber("key_result_count", goal.KeyResults.Count);
        writer.WriteList("members", goal.Owners, (inner, person) => WriteMember(inner, goal, person));
        writer.WriteStartArray("group_members");
        writer.WriteEndArray();
        if (goal.Folder is not null)
        {
            writer.WriteBoolean("folder_access", true);
        }

        writer.WriteEndObject();
    }

    public static void WriteFolder(Utf8JsonWriter writer, World world, GoalFolder folder, List<Goal> goals)
    {
        writer.WriteStartObject();
        writer.WriteString("id", folder.Id);
        writer.WriteString("name", folder.Name);
        writer.WriteString("team_id", folder.Workspace.Id);
        writer.WriteBoolean("private", false);
        writer.WriteMoment("date_created", folder.DateCreated);
        writer.WriteNumber("creator", folder.Creator.Id);
        writer.WriteNumber("goal_count", goals.Count);
        writer.WriteStartArray("members");
        writer.WriteEndArray();
        writer.WriteList("goals", goals, (inner, goal) => WriteListed(inner, world, goal));
        writer.WriteEndObject();
    }

    private static void WriteBasics(Utf8JsonWriter writer, World world, Goal goal)
    {
        writer.WriteString("id", goal.Id);
        writer.WriteString("pretty_id", goal.PrettyId.ToString());
        writer.WriteString("name", goal.Name);
        writer.WriteString("team_id", goal.Workspace.Id);
        writer.WriteNumber("creator", goal.Creator.Id);
        writer.WriteString("color", goal.Color);
        writer.WriteMoment("date_created", goal.DateCreated);
        writer.WriteNull("start_date");
        writer.WriteMoment("due_date", goal.DueDate);
        writer.WriteString("description", goal.Description);
        writer.WriteBoolean("private", false);
        writer.WriteBoolean("archived", false);
        writer.WriteBoolean("multiple_owners", goal.MultipleOwners);
        writer.WriteString("folder_id", goal.Folder?.Id);
        writer.WriteList("owners", goal.Owners, MemberJson.WritePerson);
        writer.WriteNumber("percent_completed", GoalProgress.Percent(world, goal));
    }

    private static void WriteMember(Utf8JsonWriter writer, Goal goal, Member person)
    {
        writer.WriteStartObject();
        MemberJson.WriteBasics(writer, person);
        writer.WriteString("permission_level", "edit");
        writer.WriteBoolean("isCreator", person == goal.Creator);
        writer.WriteEndObject();
    }
}
