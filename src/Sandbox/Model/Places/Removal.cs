namespace ClickUpMcp.Sandbox.Model;

/// <summary>Deletes things together with what lies in them.</summary>
internal static class Removal
{
    public static void Remove(this World world, Space space)
    {
        foreach (var folder in world.Folders.Values.Where(folder => folder.Space == space).ToList())
        {
            world.Remove(folder);
        }

        world.Fields.RemoveAll(field => field.Space == space);
        world.RemoveViews(new ViewParent(Space: space));
        world.RemoveContents(ParentType.Space, space.Id);
        world.Spaces.Remove(space.Id);
    }

    public static void Remove(this World world, Folder folder)
    {
        foreach (var child in world.Folders.Values.Where(child => child.Parent == folder).ToList())
        {
            world.Remove(child);
        }

        foreach (var list in world.Lists.Values.Where(list => list.Folder == folder).ToList())
        {
            world.Remove(list);
        }

        world.Fields.RemoveAll(field => field.Folder == folder);
        world.RemoveViews(new ViewParent(Folder: folder));
        world.RemoveContents(ParentType.Folder, folder.Id);
        world.Folders.Remove(folder.Id);
    }

    public static void Remove(this World world, TaskList list)
    {
        foreach (var task in world.TasksOf(list).ToList())
        {
            world.Remove(task);
        }

        foreach (var task in world.Tasks.Values)
        {
            task.FurtherLists.Remove(list);
        }

        foreach (var comment in world.Comments.Values.Where(comment => comment.List == list).ToList())
        {
            world.Remove(comment);
        }

        world.Fields.RemoveAll(field => field.List == list);
        world.RemoveViews(new ViewParent(List: list));
        world.RemoveContents(ParentType.List, list.Id);
        world.Lists.Remove(list.Id);
        if (list.Folder.IsHidden)
        {
            world.Folders.Remove(list.Folder.Id);
        }
    }

    public static void Remove(this World world, TaskItem task)
    {
        foreach (var subtask in task.Subtasks.ToList())
        {
            world.Remove(subtask);
        }

        foreach (var dependency in task.Dependencies.ToList())
        {
            dependency.Waiting.Dependencies.Remove(dependency);
            dependency.DependsOn.Dependencies.Remove(dependency);
        }

        foreach (var link in task.Links.ToList())
        {
            link.From.Links.Remove(link);
            link.To.Links.Remove(link);
        }

        foreach (var comment in world.Comments.Values.Where(comment => comment.Task == task).ToList())
        {
            world.Remove(comment);
        }

        foreach (var checklist in task.Checklists)
        {
            world.Checklists.Remove(checklist.Id);
        }

        foreach (var entry in task.TimeEntries)
        {
            world.TimeEntries.Remove(entry.Id);
        }

        foreach (var file in world.Attachments.Values.Where(file => file.IsOfTask && file.ParentId == task.Id).ToList())
        {
            world.Attachments.Remove(file.Id);
        }

        task.Parent?.Subtasks.Remove(task);
        world.Tasks.Remove(task.Id);
        if (task.CustomId is not null)
        {
            world.TasksByCustomId.Remove(task.CustomId);
        }
    }

    public static void Remove(this World world, Comment comment)
    {
        foreach (var reply in comment.Replies.ToList())
        {
            world.Remove(reply);
        }

        comment.Parent?.Replies.Remove(comment);
        world.Comments.Remove(comment.Id);
    }

    private static void RemoveViews(this World world, ViewParent parent)
    {
        foreach (var view in world.Views.Values.Where(view => view.Parent == parent).ToList())
        {
            world.Views.Remove(view.Id);
        }
    }

    public static void Remove(this World world, Channel channel)
    {
        foreach (var message in world.Messages.Values.Where(message => message.Channel == channel).ToList())
        {
            world.Messages.Remove(message.Id);
        }

        world.Channels.Remove(channel.Id);
    }

    public static void Remove(this World world, ChatMessage message)
    {
        foreach (var reply in message.Replies.ToList())
        {
            world.Remove(reply);
        }

        message.Parent?.Replies.Remove(message);
        world.Messages.Remove(message.Id);
    }

    private static void RemoveContents(this World world, ParentType type, string id)
    {
        foreach (var doc in world.Docs.Values.Where(doc => doc.ParentType == type && doc.ParentId == id).ToList())
        {
            foreach (var page in world.Pages.Values.Where(page => page.Doc == doc).ToList())
            {
                world.Pages.Remove(page.Id);
            }

            world.Docs.Remove(doc.Id);
        }

        foreach (
            var channel in world
                .Channels.Values.Where(channel => channel.ParentType == type && channel.ParentId == id)
                .ToList()
        )
        {
            world.Remove(channel);
        }
    }
}
