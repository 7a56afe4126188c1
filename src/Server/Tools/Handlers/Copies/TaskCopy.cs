using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Copies tasks with all that hangs on them: all is read before the first request that writes, then the tasks are made, then what hangs on them.</summary>
internal sealed class TaskCopy
{
    /// <summary>Why something is missing that was sent.</summary>
    public const string NotApplied = "ClickUp accepted it and did not apply it";

    private readonly CopyOrder _order;
    private readonly ToolCallContext _context;
    private readonly CopyRun _run;
    private readonly DateShift _shift;
    private readonly FieldCopy _fields;
    private readonly CommentCopy _comments;
    private readonly FileCopy _files;
    private readonly FieldFileCopy _fieldFiles;
    private readonly WatcherCopy _watchers;
    private readonly Dictionary<string, IReadOnlyList<FieldAssignment>> _values = [];
    private readonly Dictionary<string, IReadOnlyList<JsonElement>> _posts = [];
    private readonly Dictionary<string, TaskId> _copies;

    private TaskCopy(CopyOrder order, TaskTree tree, CopyPlace place, DateZones zones, CopyWork work)
    {
        _order = order;
        _context = work.Context;
        _copies = work.Copies;
        _run = work.Run;
        Tree = tree;
        Place = place;
        Report = work.Report;
        Zones = zones;
        _shift = DateShift.Of(order, tree.Nodes is [var first, ..] ? first.Task : default, zones);
        _fields = new FieldCopy(place, zones, Report);
        _comments = new CommentCopy(_run, Report, zones, _context);
        _files = new FileCopy(_run, Report, _context);
        _fieldFiles = new FieldFileCopy(place, _run, Report, _context);
        _watchers = new WatcherCopy(place, _run, Report);
    }

    /// <summary>The originals.</summary>
    public TaskTree Tree { get; }

    /// <summary>The list that the copies go to.</summary>
    public CopyPlace Place { get; }

    /// <summary>What the copy came to.</summary>
    public CopyReport Report { get; }

    /// <summary>The zones of dates.</summary>
    public DateZones Zones { get; }

    /// <summary>The copies by the ids of their originals.</summary>
    public IReadOnlyDictionary<string, TaskId> Copies => _copies;

    /// <summary>Whether there are files that cannot be copied.</summary>
    public bool LosesFiles => _files.LosesSome || _fieldFiles.LosesSome;

    /// <summary>The files in custom fields.</summary>
    public FieldFileCopy FieldFiles => _fieldFiles;

    /// <summary>How many comments are to be copied, without replies.</summary>
    public int CommentCount => _posts.Values.Sum(static posts => posts.Count);

    /// <summary>The values of custom fields that the copy of a task gets.</summary>
    public IReadOnlyList<FieldAssignment> ValuesOf(TaskNode node) => _values.GetValueOrDefault(node.Id) ?? [];

    /// <summary>The copy of the first task as ClickUp showed it when it was made.</summary>
    public JsonElement Made { get; private set; }

    /// <summary>Reads all of a task that is to be copied, and finds out what cannot be.</summary>
    /// <exception cref="ActionableException">It may not be read, or there is no such list.</exception>
    public static async ValueTask<TaskCopy> PrepareAsync(
        CopyOrder order,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        context.ExtendDeadline();
        TaskTree tree = await TaskTree.ReadAsync(
            order.Task,
            order.Parts.Has(CopyParts.Subtasks),
            context,
            cancellationToken
        );
        CopyPlace place = await CopyPlace.FindAsync(order.List, tree, context, cancellationToken);
        return await PrepareAsync(order, tree, place, new CopyWork(context, tree.Nodes.Count), cancellationToken);
    }

    /// <summary>Reads what hangs on tasks that are to be copied, and finds out what cannot be.</summary>
    public static async ValueTask<TaskCopy> PrepareAsync(
        CopyOrder order,
        TaskTree tree,
        CopyPlace place,
        CopyWork work,
        CancellationToken cancellationToken
    )
    {
        DateZones zones = await work.Context.Services.GetZonesAsync(cancellationToken);
        TaskCopy copy = new(order, tree, place, zones, work);
        await copy.PlanAsync(cancellationToken);
        return copy;
    }

    /// <summary>Makes the copy of one task.</summary>
    /// <exception cref="ActionableException">The copy of the task itself was not made, so nothing was.</exception>
    public async ValueTask RunAsync(CancellationToken cancellationToken)
    {
        Made = await CreateAsync(Tree.Root, cancellationToken);
        _run.Report(Tree.Root.Name);
        await CreateAllAsync(Tree.Nodes.Skip(1), cancellationToken);
        await CopyPartsAsync(cancellationToken);
        if (Has(CopyParts.Dependencies))
        {
            await new TieCopy(Tree.Nodes, _run, Report).CopyAsync(_copies, cancellationToken);
        }

        await CopyWatchersAsync(cancellationToken);
        _run.End(CopyResult.Headline(this));
    }

    /// <summary>Makes the copies of these tasks, each after the one that it is below.</summary>
    public async ValueTask CreateAllAsync(IEnumerable<TaskNode> nodes, CancellationToken cancellationToken)
    {
        foreach (TaskNode node in nodes)
        {
            string kind = node.Parent is null ? "task" : "subtask";
            string what = $"{kind} {node.Name}";
            if (node.Parent is { } parent && !_copies.ContainsKey(parent.Id))
            {
                Report.Left(what);
                continue;
            }

            await _run.DoAsync(what, kind, async () => await CreateAsync(node, cancellationToken));
            _run.Report(node.Name);
        }
    }

    /// <summary>Copies what hangs on the tasks, but their ties and watchers.</summary>
    public async ValueTask CopyPartsAsync(CancellationToken cancellationToken)
    {
        ChecklistCopy checklists = new(Place, _run, Report);
        foreach ((TaskNode node, TaskId copy) in CopiesOf())
        {
            if (Has(CopyParts.Checklists))
            {
                await checklists.CopyAsync(node, copy, cancellationToken);
            }

            await _files.CopyAsync(node, copy, cancellationToken);
            await _fieldFiles.CopyAsync(node, copy, cancellationToken);
            await _comments.CopyAsync(node, _posts.GetValueOrDefault(node.Id) ?? [], copy, cancellationToken);
        }
    }

    /// <summary>Lets those who watch the tasks watch the copies.</summary>
    public async ValueTask CopyWatchersAsync(CancellationToken cancellationToken)
    {
        if (!Has(CopyParts.Watchers))
        {
            return;
        }

        foreach ((TaskNode node, TaskId copy) in CopiesOf())
        {
            await _watchers.CopyAsync(node, copy, cancellationToken);
        }
    }

    private async ValueTask PlanAsync(CancellationToken cancellationToken)
    {
        foreach ((string id, string of) in Tree.Unread)
        {
            Report.Lost($"subtask {id}", "it may not be read", of);
        }

        if (_shift.HasNoOrigin)
        {
            Report.Lost("the distance between the dates", "the original lacks the date that was given", Tree.Root.Name);
        }

        foreach (TaskNode node in Tree.Nodes)
        {
            if (Has(CopyParts.CustomFields))
            {
                _values[node.Id] = _fields.Of(node);
            }

            if (Has(CopyParts.Attachments))
            {
                _files.Plan(node);
            }

            if (Has(CopyParts.Attachments) && Has(CopyParts.CustomFields))
            {
                await _fieldFiles.PlanAsync(node, cancellationToken);
            }

            if (Has(CopyParts.Comments))
            {
                _posts[node.Id] = await _comments.ReadAsync(node, cancellationToken);
            }

            if (Has(CopyParts.Watchers))
            {
                _watchers.Plan(node);
            }

            CopyLosses.Note(node, Place, _order.Parts, Report);
        }
    }

    private async ValueTask<JsonElement> CreateAsync(TaskNode node, CancellationToken cancellationToken)
    {
        IReadOnlyList<FieldAssignment> values = ValuesOf(node);
        ClickUpRequest request = new CopiedTask(node, _order, Place, _shift).RequestFor(ParentOf(node), values);
        JsonElement made = await _context.SendAsync(request, cancellationToken);
        if (made.Text("id") is not { } id)
        {
            throw new ActionableException("ClickUp's response shows no id of the copy.");
        }

        _copies[node.Id] = new TaskId(id);
        _watchers.Made(node, made);
        if (!_context.Services.IsDryRun)
        {
            foreach (FieldAssignment set in values.Where(set => !set.IsShownIn(made, Zones)))
            {
                Report.Lost($"custom field {set.Field.Name}", NotApplied, node.Name);
            }
        }

        return made;
    }

    // In its own list the copy of a subtask stands beside it.
    private TaskId? ParentOf(TaskNode node) =>
        node.Parent is { } parent ? _copies[parent.Id]
        : Place.IsSameList && node.Task.Text("parent") is { } above ? new TaskId(above)
        : null;

    private IEnumerable<(TaskNode Node, TaskId Copy)> CopiesOf() =>
        Tree.Nodes.Where(node => _copies.ContainsKey(node.Id)).Select(node => (node, _copies[node.Id]));

    private bool Has(string part) => _order.Parts.Has(part);
}
