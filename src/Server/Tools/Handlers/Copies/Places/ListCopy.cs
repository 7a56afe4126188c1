using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>One list that is copied with its tasks.</summary>
/// <param name="list">The original as ClickUp shows it.</param>
/// <param name="target">Where the copy goes.</param>
/// <param name="tasks">The copies of its tasks.</param>
/// <param name="work">What the copies of the call share.</param>
internal sealed class ListCopy(JsonElement list, CopyTarget target, TaskCopy tasks, CopyWork work)
{
    /// <summary>The copies of its tasks.</summary>
    public TaskCopy Tasks => tasks;

    /// <summary>The name of the original, to be quoted in a sentence.</summary>
    public string Name => TaskReading.Name(list);

    /// <summary>The name of the original.</summary>
    public string RawName => list.Text("name") ?? "?";

    /// <summary>The copy; null while there is none.</summary>
    public ListId? Made { get; private set; }

    /// <summary>Makes the list, empty.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="folder">The folder that it goes to; null for the space of the target.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    public async ValueTask CreateAsync(string name, FolderId? folder, CancellationToken cancellationToken)
    {
        JsonElement made = await work.Context.SendAsync(
            NewList.RequestFor(list, name, folder, target.Space, tasks.Place.HasMember),
            cancellationToken
        );
        ListId id = new(
            made.Text("id") ?? throw new ActionableException("ClickUp's response shows no id of the new list.")
        );
        Made = id;
        // A request's response need not show the statuses.
        JsonElement shown = work.Context.Services.IsDryRun
            ? default
            : await work.Context.SendAsync(ClickUpOperations.GetList(id), cancellationToken);
        tasks.Place.Made(id, shown);
    }

    /// <summary>Makes the tasks and what hangs on them, but their ties and watchers.</summary>
    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        await tasks.CreateAllAsync(tasks.Tree.Nodes, cancellationToken);
        await tasks.CopyPartsAsync(cancellationToken);
    }
}
