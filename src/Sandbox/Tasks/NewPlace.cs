using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Seeding;

namespace ClickUpMcp.Sandbox.Tasks;

/// <summary>Adds folders and lists to the world.</summary>
internal static class NewPlace
{
    public static Folder AddFolder(World world, Space space, string name, Folder? parent = null, bool isHidden = false)
    {
        var folder = new Folder
        {
            Id = world.Ids.Numeric(IdRanges.Folder),
            Space = space,
            Name = name,
            OrderIndex = world.Folders.Count,
            Parent = parent,
            IsHidden = isHidden,
        };
        world.Folders.Add(folder.Id, folder);
        return folder;
    }

    /// <summary>The folder behind a list that lies directly in a space.</summary>
    public static Folder AddHiddenFolder(World world, Space space) => AddFolder(world, space, "hidden", isHidden: true);

    public static TaskList AddList(World world, Folder folder, string name)
    {
        var list = new TaskList
        {
            Id = world.Ids.Numeric(IdRanges.List),
            Folder = folder,
            Name = name,
            OrderIndex = world.Lists.Count,
        };
        world.Lists.Add(list.Id, list);
        return list;
    }
}
