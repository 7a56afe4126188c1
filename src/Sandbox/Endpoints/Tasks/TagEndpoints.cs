using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Rendering;
using ClickUpMcp.Sandbox.Tasks;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Tags of spaces and of tasks.</summary>
internal static class TagEndpoints
{
    public static Route[] Routes { get; } =
    [
        new("GET", "/api/v2/space/{space_id}/tag", GetAll),
        new("POST", "/api/v2/space/{space_id}/tag", Create),
        new("PUT", "/api/v2/space/{space_id}/tag/{tag_name}", Edit),
        new("DELETE", "/api/v2/space/{space_id}/tag/{tag_name}", Delete),
        new("POST", "/api/v2/task/{task_id}/tag/{tag_name}", AddToTask),
        new("DELETE", "/api/v2/task/{task_id}/tag/{tag_name}", RemoveFromTask),
    ];

    private static ApiResponse GetAll(Call call)
    {
        var space = call.Space;
        return ApiResponse.Object(writer => writer.WriteList("tags", space.Tags, TagJson.Write));
    }

    private static ApiResponse Create(Call call)
    {
        var (space, body) = (call.Space, Body(call));
        var name = Names.Required(body, "Tag name invalid");
        if (space.FindTag(name) is null)
        {
            space.Tags.Add(TaskTags.New(name, body.Text("tag_fg"), body.Text("tag_bg"), call.Caller));
        }

        return ApiResponse.Empty;
    }

    // The document declares fg_color and bg_color, its example sends tag_fg and tag_bg: both work.
    private static ApiResponse Edit(Call call)
    {
        var (tag, body) = (Find(call), Body(call));
        tag.Name = Names.OrCurrent(body, tag.Name).ToLowerInvariant();
        tag.Foreground = body.Text("fg_color") ?? body.Text("tag_fg") ?? tag.Foreground;
        tag.Background = body.Text("bg_color") ?? body.Text("tag_bg") ?? tag.Background;
        return ApiResponse.Object(writer =>
        {
            writer.WriteStartObject("tag");
            writer.WriteString("name", tag.Name);
            writer.WriteString("fg_color", tag.Foreground);
            writer.WriteString("bg_color", tag.Background);
            writer.WriteEndObject();
        });
    }

    private static ApiResponse Delete(Call call)
    {
        var (space, tag) = (call.Space, Find(call));
        space.Tags.Remove(tag);
        foreach (var task in call.World.Tasks.Values)
        {
            task.Tags.Remove(tag);
        }

        return ApiResponse.Empty;
    }

    private static ApiResponse AddToTask(Call call)
    {
        var task = call.Task;
        TaskTags.Add(task, call.Path["tag_name"], call.Caller);
        task.DateUpdated = call.Now;
        return ApiResponse.Empty;
    }

    private static ApiResponse RemoveFromTask(Call call)
    {
        var task = call.Task;
        task.Tags.RemoveAll(tag => string.Equals(tag.Name, call.Path["tag_name"], StringComparison.OrdinalIgnoreCase));
        task.DateUpdated = call.Now;
        return ApiResponse.Empty;
    }

    private static Tag Find(Call call) =>
        call.Space.FindTag(call.Path["tag_name"]) ?? throw new ApiException(404, "Tag not found");

    private static RequestBody Body(Call call) => call.Body.Object("tag") ?? new RequestBody(default);
}
