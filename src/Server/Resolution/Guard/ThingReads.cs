using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>The requests that read things which others name.</summary>
internal static class ThingReads
{
    /// <summary>Asks for a thing; null for what cannot be looked up.</summary>
    public static ClickUpRequest? Of(RequestedThing thing)
    {
        string id = Uri.UnescapeDataString(thing.Id);
        return thing.Noun switch
        {
            "task" => ClickUpOperations.ReadTask(new TaskId(id), subtasks: false, includeMarkdownDescription: false),
            "list" => ClickUpOperations.GetList(new ListId(id)),
            "folder" => ClickUpOperations.GetFolder(new FolderId(id)),
            "space" => ClickUpOperations.GetSpace(new SpaceId(id)),
            "view" => ClickUpOperations.GetView(new ViewId(id)),
            "goal" => ClickUpOperations.GetGoal(new GoalId(id)),
            _ => null,
        };
    }
}
