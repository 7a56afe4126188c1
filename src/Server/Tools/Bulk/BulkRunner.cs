using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Binding;
using ClickUpMcp.Tools.Catalog;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Runs one call that stands for several: binds and resolves all of them, and only then sends the first request that writes.</summary>
/// <param name="tool">The tool that each item is a call of.</param>
/// <param name="bulk">How its items are given.</param>
/// <param name="context">The call.</param>
internal sealed class BulkRunner(ClickUpTool tool, BulkDefinition bulk, ToolCallContext context)
{
    private readonly List<BulkItem> _items = [];
    private readonly List<(BulkItem First, ActionableException Problem, int Count)> _problems = [];
    private readonly BulkReport _report = new(tool.Name, context.TimeOf);

    public async ValueTask<ToolResult> RunAsync(JsonElement arguments, CancellationToken cancellationToken)
    {
        ArgumentErrors errors = new();
        if (BulkOptions.Read(arguments, bulk, errors) is not { } options)
        {
            return ToolErrors.Describe(tool.Name, errors);
        }

        context.ReportProgress(0, total: null, "Looking up what the call names.");
        BulkReads reads = new(context.Services.Client, options.Concurrency, context.Services.Time);
        await FindItemsAsync(options, reads, errors, cancellationToken);
        Bind(options, errors);
        if (errors.Any)
        {
            return ToolErrors.Describe(tool.Name, errors);
        }

        context.Arguments = new BoundArguments(
            new BulkArguments(bulk.Items, [.. _items.Select(static item => item.Binding!.Arguments.Values)]),
            Output: null
        );
        try
        {
            await ResolveAsync(reads, cancellationToken);
            if (_problems.Count > 0)
            {
                return ToolErrors.Describe(tool.Name, errors, Problems());
            }

            if (_items.Count == 0)
            {
                return _report.Nothing();
            }

            if (_items.Count > 1)
            {
                context.EnterBulk();
            }

            return context.Services.IsDryRun
                ? await PlanAsync(options, cancellationToken)
                : await WriteAsync(options, reads, cancellationToken);
        }
        finally
        {
            _items.ForEach(static item => item.Context?.Dispose());
        }
    }

    private async ValueTask FindItemsAsync(
        BulkOptions options,
        BulkReads reads,
        ArgumentErrors errors,
        CancellationToken cancellationToken
    )
    {
        BulkTree tree = new(context.Services.Inventory!, errors);
        for (int i = 0; i < options.Items.Count; i++)
        {
            _items.AddRange(tree.Read($"{bulk.Items}[{i}]", options.Items[i], options.General, bulk));
        }

        if (options.Where is null && _items.Count > ArgumentLimits.BulkItems)
        {
            errors.Add(
                bulk.Items,
                $"with what is in them are {_items.Count}; one call has at most {ArgumentLimits.BulkItems}"
            );
        }

        if (options.Where is not { } where)
        {
            return;
        }

        CatalogView catalog = context.Services.Inventory!.Catalog;
        ClickUpTool finder = catalog.Create(catalog.Find(bulk.Where!));
        using ToolCallContext search = context.ForItem(context.Services.Under(new BulkItemClient(reads)));
        search.Enter(ToolTraits.ReadOnly, ToolScope.Read);
        BulkSelection found = await finder.SelectAsync(where, "where", search, errors, cancellationToken);
        foreach (JsonElement thing in found.Items)
        {
            if (reads.Add(thing) is { } task)
            {
                _items.Add(new BulkItem($"where[{_items.Count}]", BulkOptions.Naming(bulk.Item, task.Id)));
            }
        }

        _report.Chosen(found, search.Services.Remarks.Take());
        if (_items.Count > ArgumentLimits.BulkItems)
        {
            errors.Add(
                "where",
                $"fits more than {ArgumentLimits.BulkItems} things, which is the most of one call; narrow it"
            );
        }
    }

    private void Bind(BulkOptions options, ArgumentErrors errors)
    {
        HashSet<(string Path, string Message)> said = [];
        foreach (BulkItem item in _items)
        {
            ArgumentErrors own = new();
            item.Binding = item.Parent is { } parent
                ? BindIn(item, parent, parent.Nested.Sample, own)
                : tool.BindItem(item.Given, options.General, item.Path, own);
            foreach (ArgumentError error in own.Errors)
            {
                // What all items have in common is wrong once.
                if (said.Add((error.Path, error.Message)))
                {
                    errors.Add(error.Path, error.Message);
                }
            }

            if (own.NullRemark is { } remark)
            {
                context.Remark(remark);
            }
        }
    }

    private static BulkBinding? BindIn(BulkItem item, BulkParent parent, string id, ArgumentErrors errors) =>
        parent.Tool.BindItem(BulkOptions.With(item.Given, parent.Nested.As, id), parent.General, item.Path, errors);

    private async ValueTask ResolveAsync(BulkReads reads, CancellationToken cancellationToken)
    {
        Dictionary<string, BulkItem> taken = new(StringComparer.OrdinalIgnoreCase);
        int next = 0;
        reads.Missing = isKnown => _items.Skip(next).Count(item => !isKnown(IdIn(item)));
        foreach (BulkItem item in _items)
        {
            try
            {
                await ResolveAsync(item, reads, cancellationToken);
                foreach (ActionableException problem in item.Context!.Problems.All)
                {
                    AddProblem(item, problem);
                }

                if (item.Id is { } id && context.IsRepeatable && !taken.TryAdd(id, item))
                {
                    AddProblem(
                        item,
                        new ActionableException($"It is the same as {taken[id].Path}.", next: "Name each once.")
                    );
                }
            }
            catch (ProblemsException several)
            {
                foreach (ActionableException problem in several.Problems)
                {
                    AddProblem(item, problem);
                }
            }
            catch (ActionableException problem) when (problem.IsOfCaller || problem.IsRefusal)
            {
                AddProblem(item, problem);
            }

            next++;
        }

        reads.Missing = null;
    }

    private async ValueTask ResolveAsync(BulkItem item, BulkReads reads, CancellationToken cancellationToken)
    {
        item.Client = new BulkItemClient(reads);
        item.Context = context.ForItem(context.Services.Under(item.Client));
        item.Context.Arguments = item.Binding!.Arguments;
        item.Context.NameWorkspace(item.Binding.Arguments.Values.Workspace);
        item.Context.Watch(item.Binding.Item);
        try
        {
            await PrepareAsync(item, cancellationToken);
        }
        catch (ActionableException refusal) when (refusal.IsRefusal && item.Context.Lookups.HasTrusted)
        {
            // What has the form of an id may be the name of something, as in a call of its own.
            item.Context.StartOver(refusal);
            await PrepareAsync(item, cancellationToken);
        }

        if (reads.Workspace is null && item.Id is not null)
        {
            reads.Workspace = await FindWorkspaceAsync(item.Context, cancellationToken);
        }
    }

    private async ValueTask PrepareAsync(BulkItem item, CancellationToken cancellationToken)
    {
        item.Step = await item.Binding!.ReadyAsync(item.Context!, cancellationToken);
        if (item.Parent is { } parent)
        {
            item.Step = stop => RunInAsync(item, parent, stop);
            return;
        }

        if (item.Context!.Watched is { Kind: EntityKind.Task, IsUnresolved: false } task)
        {
            // That it is there is found out before anything is changed.
            ClickUpRequest read = ClickUpOperations.ReadTask(TaskId.Of(task), subtasks: false);
            using JsonDocument document = JsonLenient.Parse(await item.Client!.SendAsync(read, cancellationToken));
            item.Id = document.RootElement.Text("id") ?? task.Value;
            item.Name = document.RootElement.Text("name");
            item.Client.Task = item.Id;
        }
    }

    // What was checked with a sample of an id is resolved again with the id of what it is made in.
    private static async ValueTask<BulkResult> RunInAsync(
        BulkItem item,
        BulkParent parent,
        CancellationToken cancellationToken
    )
    {
        item.Binding = BindIn(item, parent, parent.Item.Id!, new ArgumentErrors()) ?? item.Binding!;
        item.Context!.Arguments = item.Binding.Arguments;
        BulkStep step = await item.Binding.ReadyAsync(item.Context, cancellationToken);
        return await step(cancellationToken);
    }

    private async ValueTask<ToolResult> WriteAsync(
        BulkOptions options,
        BulkReads reads,
        CancellationToken cancellationToken
    )
    {
        if (_report.Estimate(_items.Count) is { Length: > 0 } estimate)
        {
            context.ReportProgress(0, _items.Count, $"{tool.Name} for {_items.Count}{estimate}.");
        }

        BulkWriter writer = new(_items, options, reads, context, _report);
        await writer.RunAsync(cancellationToken);
        return _report.Written(_items);
    }

    // One after the other, so that the requests are told in the order of the items.
    private async ValueTask<ToolResult> PlanAsync(BulkOptions options, CancellationToken cancellationToken)
    {
        ToolResult plan = _report.Planned(_items, options.General);
        foreach (BulkItem item in _items)
        {
            try
            {
                // What would be made has no id yet, and what is in it names it by one of the same form.
                await item.Step!(cancellationToken);
                item.Id ??= _items.Find(other => other.Parent?.Item == item)?.Parent!.Nested.Sample;
            }
            catch (ActionableException)
            {
                // What stands for a response is not all that a response is; the item's requests are noted.
            }
        }

        return plan;
    }

    // Where there are several, what was changed is read by its id.
    private static async ValueTask<WorkspaceId?> FindWorkspaceAsync(
        ToolCallContext item,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return WorkspaceId.Of(await item.ResolveWorkspaceAsync(cancellationToken));
        }
        catch (ActionableException)
        {
            return null;
        }
    }

    private void AddProblem(BulkItem item, ActionableException problem)
    {
        (BulkItem First, ActionableException Problem, int Count) known = _problems.Find(other =>
            other.Problem.What == problem.What && other.Problem.Why == problem.Why
        );
        if (known.Problem is null)
        {
            _problems.Add((item, problem, 1));
        }
        else
        {
            _problems[_problems.IndexOf(known)] = known with { Count = known.Count + 1 };
        }
    }

    // What is wrong with many in the same way is told once.
    private ActionableException[] Problems() =>
        [
            .. _problems.Select(static wrong => new ActionableException(
                wrong.Count == 1
                    ? $"{wrong.First.Path}: {wrong.Problem.What}"
                    : $"{wrong.First.Path} and {wrong.Count - 1} more: {wrong.Problem.What}",
                wrong.Problem.Why,
                wrong.Problem.Next,
                wrong.Problem.Options
            )),
        ];

    private static string IdIn(BulkItem item)
    {
        string text = EntityText.BareTaskId(EntityText.Clean(item.Binding!.Item?.Text ?? string.Empty));
        return EntityText.IsCustomTaskId(text) ? BulkTask.CustomKey(text) : text;
    }
}
