using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Tasks;

/// <summary>Tags of tasks; a name that the space does not know yet becomes a tag of the space.</summary>
internal static class TaskTags
{
    private const string Colour = "#7c4dff";

    public static void Add(TaskItem task, string name, Member creator)
    {
        if (!task.List.Space.Features.IsOn(SpaceFeatures.Tags))
        {
            return;
        }

        var tag = task.List.Space.FindTag(name);
        if (tag is null)
        {
            tag = New(name, Colour, Colour, creator);
            task.List.Space.Tags.Add(tag);
        }

        if (!task.Tags.Contains(tag))
        {
            task.Tags.Add(tag);
        }
    }

    /// <summary>Names are kept in lower case.</summary>
    public static Tag New(string name, string? foreground, string? background, Member creator) =>
        new()
        {
            Name = name.ToLowerInvariant(),
            Foreground = foreground ?? Colour,
            Background = background ?? Colour,
            CreatorId = creator.Id,
        };
}
