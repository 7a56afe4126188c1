using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Sandbox;

namespace ClickUpMcp.Tests.Resolution;

/// <summary>Reads all that a directory says of the seeded workspace, as text to compare.</summary>
/// <param name="places">The spaces, folders and lists to ask about.</param>
/// <param name="owners">The goals and docs to ask about.</param>
internal sealed class DirectoryContents(IReadOnlyList<EntityId> places, IReadOnlyList<EntityId> owners)
{
    private const string Workspace = SandboxSeed.WorkspaceId;

    private static readonly EntityId Everywhere = new(EntityKind.Workspace, Workspace);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Takes places and owners from what a directory knows now.</summary>
    public static async Task<DirectoryContents> OfSeedAsync(WorkspaceDirectory directory)
    {
        WorkspaceHierarchy all = await directory.GetHierarchyAsync(new WorkspaceId(Workspace), afterMiss: false, Token);
        List<EntityId> owners = [];
        foreach (EntityKind kind in (EntityKind[])[EntityKind.Goal, EntityKind.Doc])
        {
            ListedThings things = await directory.GetListedAsync(Target(kind, Everywhere), afterMiss: false, Token);
            owners.AddRange(things.Things.Select(thing => new EntityId(kind, thing.Id)));
        }

        return new DirectoryContents(
            [
                .. all.Spaces.Select(static space => new EntityId(EntityKind.Space, space.Id)),
                .. all.Folders.Select(static folder => new EntityId(EntityKind.Folder, folder.Id)),
                .. all.Lists.Select(static list => new EntityId(EntityKind.List, list.Id)),
            ],
            owners
        );
    }

    /// <summary>What the directory says of each of them.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(WorkspaceDirectory directory)
    {
        SortedDictionary<string, string> contents = new(StringComparer.Ordinal);
        await AddAsync(
            "workspaces",
            async () =>
                from workspace in await directory.GetWorkspacesAsync(afterMiss: false, Token)
                from member in workspace.Members
                select $"{workspace.Id} {workspace.Name} {member}"
        );
        await AddAsync(
            "hierarchy",
            async () => Lines(await directory.GetHierarchyAsync(new WorkspaceId(Workspace), false, Token))
        );
        foreach (string task in (string[])[SandboxSeed.RichTaskId, SandboxSeed.SecondTaskId])
        {
            await AddAsync(
                $"home of {task}",
                async () => [$"{await directory.GetTaskHomeAsync(new TaskId(task), Token)}"]
            );
        }

        foreach (EntityId place in (EntityId[])[Everywhere, .. ScannedPlaces()])
        {
            await AddAsync(
                $"tasks of {place}",
                async () =>
                    (await directory.GetTasksAsync(place, new WorkspaceId(Workspace), false, Token))
                        .Tasks.Select(Line)
                        .Order()
            );
        }

        foreach (EntityId place in places)
        {
            await AddAsync(
                $"statuses of {place.Value}",
                async () => await directory.GetStatusesAsync(place, false, Token)
            );
            await AddAsync($"fields of {place.Value}", () => FieldsAsync(directory, place));
            await AddAsync($"views of {place.Value}", () => ListedAsync(directory, EntityKind.View, place));
        }

        await AddAsync("fields", () => FieldsAsync(directory, Everywhere));
        foreach (EntityKind kind in WorkspaceKinds())
        {
            await AddAsync($"{kind}", () => ListedAsync(directory, kind, Everywhere));
        }

        foreach (EntityId owner in owners)
        {
            EntityKind kind = owner.Kind == EntityKind.Goal ? EntityKind.KeyResult : EntityKind.Page;
            await AddAsync($"{kind} of {owner.Value}", () => ListedAsync(directory, kind, owner));
        }

        return contents;

        async Task AddAsync(string what, Func<Task<IEnumerable<string>>> read)
        {
            try
            {
                contents.Add(what, string.Join('\n', await read()));
            }
            catch (ActionableException)
            {
                contents.Add(what, "gone");
            }
        }
    }

    // Three beside the whole workspace: as many scans as are kept.
    private IEnumerable<EntityId> ScannedPlaces() =>
        places.Where(static place =>
            place.Value is SandboxSeed.ApiListId or SandboxSeed.BackendFolderId or SandboxSeed.WebAppListId
        );

    private static IEnumerable<EntityKind> WorkspaceKinds() =>
        [
            EntityKind.View,
            EntityKind.Goal,
            EntityKind.Channel,
            EntityKind.Doc,
            EntityKind.UserGroup,
            EntityKind.TaskTemplate,
            EntityKind.ListTemplate,
            EntityKind.FolderTemplate,
            EntityKind.TaskType,
            EntityKind.PostSubtype,
            EntityKind.CustomRole,
        ];

    private static IEnumerable<string> Lines(WorkspaceHierarchy all) =>
        [
            .. all.Spaces.Select(static space => $"{space.Id} {space.Name} {Joined(space.Statuses)}"),
            .. all.Folders.Select(static folder => $"{folder.Id} {Joined(folder.Path)} {Joined(folder.Statuses)}"),
            .. all.Lists.Select(static list => $"{list.Id} {Joined(list.Path)} {Joined(list.Statuses)}"),
        ];

    private static string Line(TaskInfo task) => $"{task.Id} {task.Name} {task.Status} {Joined(task.Path)}";

    private static string Joined(IReadOnlyList<string>? names) => string.Join(" / ", names ?? ["none"]);

    private static async Task<IEnumerable<string>> FieldsAsync(WorkspaceDirectory directory, EntityId place) =>
        (await directory.GetFieldsAsync(place, afterMiss: false, Token)).Select(static field =>
            $"{field.Id} {field.Name}"
        );

    private static async Task<IEnumerable<string>> ListedAsync(
        WorkspaceDirectory directory,
        EntityKind kind,
        EntityId parent
    ) =>
        (await directory.GetListedAsync(Target(kind, parent), afterMiss: false, Token)).Things.Select(static thing =>
            thing.Describe()
        );

    private static ListingTarget Target(EntityKind kind, EntityId parent)
    {
        ListedKind row = ListedKinds.Of(kind);
        Listing listing = row.Listings.Single(listing => listing.Parent == parent.Kind);
        return new(row, listing, listing.NeedsWorkspace ? Workspace : "", parent == Everywhere ? "" : parent.Value);
    }
}
