namespace ClickUpMcp.Sandbox.Model;

/// <summary>Where a view is: one of the four, the most specific one that is set.</summary>
internal sealed record ViewParent(
    Workspace? Workspace = null,
    Space? Space = null,
    Folder? Folder = null,
    TaskList? List = null
)
{
    public string Id => List?.Id ?? Folder?.Id ?? Space?.Id ?? Workspace!.Id;

    /// <summary>4 space, 5 folder, 6 list, 7 everything.</summary>
    public int Type =>
        List is not null ? 6
        : Folder is not null ? 5
        : Space is not null ? 4
        : 7;

    public bool Holds(TaskItem task) =>
        List is not null ? task.List == List || task.FurtherLists.Contains(List)
        : Folder is not null ? IsInFolder(task.List.Folder)
        : Space is not null ? task.List.Space == Space
        : task.List.Space.Workspace == Workspace;

    private bool IsInFolder(Folder? folder) => folder is not null && (folder == Folder || IsInFolder(folder.Parent));
}
