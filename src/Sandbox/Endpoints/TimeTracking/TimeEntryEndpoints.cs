using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Rendering;
using ClickUpMcp.Sandbox.TimeTracking;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Time entries: listing, reading, writing.</summary>
internal static class TimeEntryEndpoints
{
    private static readonly TimeEntryForm AfterDelete = new(MomentsAsText: false);

    public static Route[] Routes { get; } =
    [
        new("GET", "/api/v2/team/{team_id}/time_entries", GetRange),
        new("POST", "/api/v2/team/{team_id}/time_entries", Create),
        new("GET", "/api/v2/team/{team_id}/time_entries/{timer_id}", Get),
        new("PUT", "/api/v2/team/{team_id}/time_entries/{timer_id}", Update),
        new("DELETE", "/api/v2/team/{team_id}/time_entries/{timer_id}", Delete),
        new("GET", "/api/v2/team/{team_id}/time_entries/{timer_id}/history", GetHistory),
    ];

    private static ApiResponse GetRange(Call call)
    {
        var filter = new TimeEntryFilter(call);
        var form = Form(call.Query);
        return ApiResponse.Object(writer =>
            writer.WriteList(
                "data",
                call.World.TimeEntries.Values.Where(filter.Matches).OrderBy(static entry => entry.Start),
                (inner, entry) => TimeEntryJson.Write(inner, entry, form)
            )
        );
    }

    // The response echoes what was written and names no wrapper, unlike all other responses here.
    private static ApiResponse Create(Call call)
    {
        var entry = TimeEntryWriter.Create(call);
        return ApiResponse.Object(writer =>
        {
            writer.WriteString("id", entry.Id);
            writer.WriteString("description", entry.Description);
            writer.WriteList("tags", entry.Tags, TagJson.Write);
            writer.WriteNumber("start", entry.Start);
            writer.WriteBoolean("billable", entry.IsBillable);
            writer.WriteNumber("duration", entry.Duration);
            writer.WriteNumber("assignee", entry.User.Id);
            writer.WriteString("tid", entry.Task?.Id ?? "");
        });
    }

    private static ApiResponse Get(Call call) => Show(TimeEntries.Find(call), Form(call.Query));

    private static ApiResponse Update(Call call)
    {
        TimeEntryWriter.Update(call, TimeEntries.Find(call));
        return ApiResponse.Empty;
    }

    private static ApiResponse Delete(Call call)
    {
        var entry = TimeEntries.Find(call);
        TimeEntries.Remove(call.World, entry);
        return Show(entry, AfterDelete);
    }

    private static ApiResponse GetHistory(Call call)
    {
        var entry = TimeEntries.Find(call);
        return ApiResponse.Object(writer =>
            writer.WriteList(
                "data",
                entry.History,
                static (inner, change) =>
                {
                    inner.WriteStartObject();
                    inner.WriteString("id", change.Id);
                    inner.WriteString("field", change.Field);
                    inner.WriteString("before", change.Before);
                    inner.WriteString("after", change.After);
                    inner.WriteMoment("date", change.Date);
                    inner.WritePerson("user", change.User);
                    inner.WriteEndObject();
                }
            )
        );
    }

    private static TimeEntryForm Form(QueryString query) =>
        new(
            query.IsTrue("include_task_tags"),
            query.IsTrue("include_location_names"),
            WithApproval: query.IsTrue("include_approval_details"),
            WithApprovalHistory: query.IsTrue("include_approval_history")
        );

    private static ApiResponse Show(TimeEntry entry, TimeEntryForm form) =>
        ApiResponse.Object(writer =>
        {
            writer.WritePropertyName("data");
            TimeEntryJson.Write(writer, entry, form);
        });
}
