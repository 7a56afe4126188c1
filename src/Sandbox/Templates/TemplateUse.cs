using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Tasks;

namespace ClickUpMcp.Sandbox.Templates;

/// <summary>Makes tasks, lists and folders of templates.</summary>
internal sealed class TemplateUse(Call call, TemplateOptions options)
{
    private const long Day = 24 * 60 * 60 * 1000L;

    public Folder AddFolder(Space space, FolderBlueprint blueprint, string name, Folder? parent)
    {
        var folder = NewPlace.AddFolder(call.World, space, name, parent);
        foreach (var list in blueprint.Lists)
        {
            AddList(folder, list, list.Name);
        }

        return folder;
    }

    public TaskList AddList(Folder folder, ListBlueprint blueprint, string name)
    {
        var list = NewPlace.AddList(call.World, folder, name);
        list.Content = options.Content ?? blueprint.Content;
        foreach (var task in blueprint.Tasks.Where(task => options.WithArchived || !task.IsArchived))
        {
            AddTask(list, task, task.Name, parent: null);
        }

        return list;
    }

    public TaskItem AddTask(TaskList list, TaskBlueprint blueprint, string name, TaskItem? parent)
    {
        var task = NewTask.Add(call.World, list, call.Caller, name, list.Statuses[0], call.Now);
        TaskWriter.Enter(task, list.Statuses[0], call.Now);
        task.IsArchived = blueprint.IsArchived;
        task.Parent = parent;
        parent?.Subtasks.Add(task);
        task.Markdown = blueprint.Markdown;
        task.PlainText = Markdown.ToPlainText(blueprint.Markdown);
        task.Priority = options.Brings("priority") ? blueprint.Priority : null;
        task.TimeEstimate = options.Brings("time_estimate") ? blueprint.TimeEstimate : null;
        if (blueprint.DueInDays is { } days && options.Brings("old_due_date"))
        {
            task.DueDate = DayAfter(days);
        }

        if (blueprint.Assignee is { } assignee && options.Brings("old_assignees"))
        {
            task.Assignees.Add(assignee);
        }

        AddDetails(task, blueprint);
        return task;
    }

    private void AddDetails(TaskItem task, TaskBlueprint blueprint)
    {
        foreach (var tag in blueprint.Tags.Where(_ => options.Brings("old_tags")))
        {
            TaskTags.Add(task, tag, call.Caller);
        }

        if (blueprint.ChecklistItems.Count > 0 && options.Brings("old_checklists"))
        {
            var checklist = Checklists.Add(call.World, task, call.Caller, "Checklist", call.Now);
            foreach (var item in blueprint.ChecklistItems)
            {
                Checklists.AddItem(call.World, checklist, item, call.Now);
            }
        }

        foreach (var subtask in blueprint.Subtasks.Where(_ => options.Brings("subtasks")))
        {
            AddTask(task.List, subtask, subtask.Name, task);
        }
    }

    private long DayAfter(int days)
    {
        var moment = (options.Start ?? call.Now) + (days * Day);
        while (
            options.SkipsWeekends
            && DateTimeOffset.FromUnixTimeMilliseconds(moment).DayOfWeek is (DayOfWeek.Saturday or DayOfWeek.Sunday)
        )
        {
            moment += Day;
        }

        return WorkspaceClock.AtFour(moment);
    }
}
