using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Tasks;

namespace ClickUpMcp.Sandbox.TimeTracking;

/// <summary>Labels of one time entry, as the <c>tags</c> of a body name them.</summary>
internal static class TimeTags
{
    public static void Add(TimeEntry entry, RequestBody body, Member creator)
    {
        foreach (var tag in body.Items("tags").Select(static tag => new RequestBody(tag)))
        {
            if (tag.Text("name") is { Length: > 0 } name && !entry.Tags.Exists(existing => IsNamed(existing, name)))
            {
                entry.Tags.Add(TaskTags.New(name, tag.Text("tag_fg"), tag.Text("tag_bg"), creator));
            }
        }
    }

    public static void Remove(TimeEntry entry, RequestBody body)
    {
        var names = body.Items("tags").Select(static tag => new RequestBody(tag).Text("name")).ToList();
        entry.Tags.RemoveAll(tag => names.Exists(name => name is not null && IsNamed(tag, name)));
    }

    public static bool IsNamed(Tag tag, string name) =>
        string.Equals(tag.Name, name, StringComparison.OrdinalIgnoreCase);
}
