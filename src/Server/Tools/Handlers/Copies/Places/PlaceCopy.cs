using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Binding;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Copies a list, or a folder with its lists: all is read before anything is made, and ties between the lists are kept.</summary>
internal sealed class PlaceCopy
{
    private const int MostTasks = ArgumentLimits.BulkItems;

    private readonly PlaceOrder _order;
    private readonly CopyWork _work;
    private string? _made;

    private PlaceCopy(
        PlaceOrder order,
        PlaceContents contents,
        CopyTarget target,
        IReadOnlyList<ListCopy> lists,
        CopyWork work
    )
    {
        _order = order;
        _work = work;
        Contents = contents;
        Target = target;
        Lists = lists;
    }

    /// <summary>What is copied.</summary>
    public PlaceContents Contents { get; }

    /// <summary>Where the copy goes.</summary>
    public CopyTarget Target { get; }

    /// <summary>The lists; one where a list is copied.</summary>
    public IReadOnlyList<ListCopy> Lists { get; }

    /// <summary>What the copy came to.</summary>
    public CopyReport Report => _work.Report;

    /// <summary>Whether there are files that cannot be copied.</summary>
    public bool LosesFiles => Lists.Any(static list => list.Tasks.LosesFiles);

    /// <summary>The copy by its id, with what was made with it.</summary>
    public string Headline => $"{Contents.Name} as {_made ?? "?"} in {Target.Name}, with {Report.Counts ?? "no tasks"}";

    /// <summary>Reads all that is to be copied, and finds out what cannot be.</summary>
    /// <exception cref="ActionableException">It may not be read, or holds more than one call copies.</exception>
    public static async ValueTask<PlaceCopy> PrepareAsync(
        PlaceOrder order,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        context.ExtendDeadline();
        PlaceContents contents = await PlaceContents.ReadAsync(order, context, cancellationToken);
        if (contents.Count > MostTasks)
        {
            throw TooMany(contents.Name);
        }

        CopyTarget target = await CopyTarget.FindAsync(
            order.ToFolder,
            order.ToSpace,
            contents.Shown,
            context,
            cancellationToken
        );
        List<TaskTree> trees = [];
        HashSet<string> seen = [];
        foreach ((_, ListContents tasks) in contents.Lists)
        {
            TaskId[] roots = [.. tasks.Own.Select(static task => new TaskId(task.Text("id") ?? string.Empty))];
            trees.Add(
                await TaskTree.ReadAllAsync(
                    roots,
                    order.Parts.Has(CopyParts.Subtasks),
                    seen,
                    context,
                    cancellationToken
                )
            );
        }

        CopyWork work = new(context, trees.Sum(static tree => tree.Nodes.Count));
        foreach (string folder in contents.Folders)
        {
            work.Report.Lost($"folder {folder}", "it is a folder of its own in this one", contents.Name);
        }

        CopyOrder all = CopyOrder.OfPlace(order);
        List<ListCopy> lists = [];
        foreach (((JsonElement list, ListContents tasks), TaskTree tree) in contents.Lists.Zip(trees))
        {
            CopyPlace place = CopyPlace.Planned(list, target);
            TaskCopy copy = await TaskCopy.PrepareAsync(all, tree, place, work, cancellationToken);
            NoteLosses(list, tasks, tree, work.Report);
            lists.Add(new ListCopy(list, target, copy, work));
        }

        return new PlaceCopy(order, contents, target, lists, work);
    }

    /// <summary>Makes the copy.</summary>
    /// <exception cref="ActionableException">The list or folder itself was not made, so nothing was.</exception>
    public async ValueTask RunAsync(CancellationToken cancellationToken)
    {
        string name = _order.Name ?? (Target.IsOfOriginal ? $"{Contents.RawName} (copy)" : Contents.RawName);
        if (Contents.IsFolder)
        {
            FolderId folder = await CreateFolderAsync(name, cancellationToken);
            foreach (ListCopy list in Lists)
            {
                await _work.Run.DoAsync(
                    $"list {list.Name}",
                    "list",
                    async () => await list.CreateAsync(list.RawName, folder, cancellationToken)
                );
            }
        }
        else
        {
            await Lists[0].CreateAsync(name, Target.Folder, cancellationToken);
            _made = Lists[0].Made?.Value;
        }

        foreach (ListCopy list in Lists)
        {
            if (list.Made is null)
            {
                Report.Left($"tasks of list {list.Name}");
            }
            else
            {
                await list.FillAsync(cancellationToken);
            }
        }

        TaskNode[] nodes = [.. Lists.SelectMany(static list => list.Tasks.Tree.Nodes)];
        if (_order.Parts.Has(CopyParts.Dependencies))
        {
            await new TieCopy(nodes, _work.Run, Report).CopyAsync(_work.Copies, cancellationToken);
        }

        foreach (ListCopy list in Lists)
        {
            await list.Tasks.CopyWatchersAsync(cancellationToken);
        }

        _work.Run.End(Headline);
    }

    /// <summary>What of the copies is not as it should be, each read back whole.</summary>
    public ValueTask<IReadOnlyList<string>> CompareAllAsync(CancellationToken cancellationToken) =>
        CompareAsync(static (check, stop) => check.CompareAllAsync(stop), cancellationToken);

    /// <summary>Which ties and files in fields, that no response shows, are missing.</summary>
    public ValueTask<IReadOnlyList<string>> CompareUnshownAsync(CancellationToken cancellationToken) =>
        CompareAsync(static (check, stop) => check.CompareUnshownAsync(stop), cancellationToken);

    private async ValueTask<IReadOnlyList<string>> CompareAsync(
        Func<CopyCheck, CancellationToken, ValueTask<IReadOnlyList<string>>> compare,
        CancellationToken cancellationToken
    )
    {
        List<string> differences = [];
        foreach (ListCopy list in Lists)
        {
            CopyCheck check = new(list.Tasks, _order.Parts, _work.Context);
            differences.AddRange(await compare(check, cancellationToken));
        }

        return differences;
    }

    private async ValueTask<FolderId> CreateFolderAsync(string name, CancellationToken cancellationToken)
    {
        JsonElement made = await _work.Context.SendAsync(
            ClickUpOperations.CreateFolder(name: name, space: Target.Space),
            cancellationToken
        );
        _made = made.Text("id") ?? throw new ActionableException("ClickUp's response shows no id of the new folder.");
        return new FolderId(_made);
    }

    private static void NoteLosses(JsonElement list, ListContents tasks, TaskTree tree, CopyReport report)
    {
        if (tasks.Visitors.Count > 0)
        {
            report.Lost(
                $"place of {tasks.Visitors.Count} tasks in list {TaskReading.Name(list)}",
                "they are at home elsewhere; add_task_to_list adds them",
                TaskReading.Name(list)
            );
        }

        if (list.IsTrue("archived"))
        {
            report.Lost($"archive of list {TaskReading.Name(list)}", "lists are made open", TaskReading.Name(list));
        }

        foreach (TaskNode node in tree.Nodes.Where(static n => n.Parent is null && n.Task.Text("parent") is not null))
        {
            report.Lost("place below its parent task", "that task is at home elsewhere", node.Name);
        }
    }

    private static ActionableException TooMany(string name) =>
        new(
            $"There are more than {MostTasks} tasks in {name}, which is the most of one call.",
            "Each is a request of its own. Nothing was done.",
            "Copy its lists one by one, or tasks in parts: duplicate_task takes where."
        );
}
