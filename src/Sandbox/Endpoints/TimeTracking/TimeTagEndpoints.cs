using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Rendering;
using ClickUpMcp.Sandbox.TimeTracking;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Labels of time entries.</summary>
internal static class TimeTagEndpoints
{
    public static Route[] Routes { get; } =
    [
        new("GET", "/api/v2/team/{team_id}/time_entries/tags", GetAll),
        new("POST", "/api/v2/team/{team_id}/time_entries/tags", Add),
        new("PUT", "/api/v2/team/{team_id}/time_entries/tags", Rename),
        new("DELETE", "/api/v2/team/{team_id}/time_entries/tags", Remove),
    ];

    private static ApiResponse GetAll(Call call)
    {
        var tags = Tags(call).DistinctBy(static tag => tag.Name, StringComparer.OrdinalIgnoreCase);
        return ApiResponse.Object(writer => writer.WriteList("data", tags, TagJson.Write));
    }

    private static ApiResponse Add(Call call)
    {
        foreach (var entry in Entries(call))
        {
            TimeTags.Add(entry, call.Body, call.Caller);
        }

        return ApiResponse.Empty;
    }

    private static ApiResponse Remove(Call call)
    {
        foreach (var entry in Entries(call))
        {
            TimeTags.Remove(entry, call.Body);
        }

        return ApiResponse.Empty;
    }

    private static ApiResponse Rename(Call call)
    {
        var body = call.Body;
        var name = Names.Required(body, "Tag name invalid");
        foreach (var tag in Tags(call).Where(tag => TimeTags.IsNamed(tag, name)).ToList())
        {
            tag.Name = body.Text("new_name") ?? tag.Name;
            tag.Background = body.Text("tag_bg") ?? tag.Background;
            tag.Foreground = body.Text("tag_fg") ?? tag.Foreground;
        }

        return ApiResponse.Empty;
    }

    private static IEnumerable<Tag> Tags(Call call)
    {
        var workspace = call.Workspace;
        return call
            .World.TimeEntries.Values.Where(entry => entry.Workspace == workspace)
            .SelectMany(static entry => entry.Tags);
    }

    private static List<TimeEntry> Entries(Call call)
    {
        var workspace = call.Workspace;
        return
        [
            .. call
                .Body.Items("time_entry_ids")
                .Select(id => call.World.TimeEntries.GetValueOrDefault(id.ToString()))
                .OfType<TimeEntry>()
                .Where(entry => entry.Workspace == workspace),
        ];
    }
}
