using System.Collections.Concurrent;
using System.Text.Json;
using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>Loads the spaces, folders and lists of a workspace in 1 + 2·S requests for S spaces.</summary>
internal sealed class HierarchyLoader(IClickUpClient client)
{
    // A few at a time: the rate limit is shared with everything else that uses the key.
    private const int MaxParallel = 4;

    private static string[] OfList => ["id", "name", "statuses.status", "override_statuses"];

    private static WantedMembers Spaces => WantedMembers.Of("spaces", ["id", "name", "statuses.status"]);

    private static WantedMembers Lists => WantedMembers.Of("lists", OfList);

    private static WantedMembers Folders =>
        WantedMembers.Of(
            "folders",
            [
                "id",
                "name",
                "hidden",
                "parent_folder",
                "statuses.status",
                .. OfList.Select(static member => $"lists.{member}"),
            ]
        );

    public async Task<WorkspaceHierarchy> LoadAsync(WorkspaceId workspace, CancellationToken cancellationToken)
    {
        IReadOnlyList<SpaceInfo> spaces = await LoadSpacesAsync(workspace, cancellationToken);
        ConcurrentDictionary<(int Space, bool Folders), SpaceContent> contents = new();
        await Parallel.ForEachAsync(
            spaces.SelectMany(static (_, i) => new[] { (Space: i, Folders: true), (Space: i, Folders: false) }),
            new ParallelOptions { MaxDegreeOfParallelism = MaxParallel, CancellationToken = cancellationToken },
            async (part, token) =>
                contents[part] = part.Folders
                    ? await LoadFoldersAsync(spaces[part.Space], token)
                    : await LoadFolderlessAsync(spaces[part.Space], token)
        );
        List<SpaceContent> inOrder = Enumerable
            .Range(0, spaces.Count)
            .SelectMany(i => new[] { contents[(i, true)], contents[(i, false)] })
            .ToList();
        return new WorkspaceHierarchy(
            spaces,
            Joined(inOrder, static content => content.Folders),
            Joined(inOrder, static content => content.Lists)
        );
    }

    /// <summary>The spaces alone, in one request.</summary>
    public async Task<IReadOnlyList<SpaceInfo>> LoadSpacesAsync(
        WorkspaceId workspace,
        CancellationToken cancellationToken
    )
    {
        using JsonDocument response = await GetAsync(
            ClickUpOperations.ListSpaces(workspace),
            Spaces,
            cancellationToken
        );
        StatusReader statuses = new();
        return response
            .RootElement.Items("spaces")
            .Where(HasId)
            .Select(space => new SpaceInfo(space.Text("id")!, NameOf(space), statuses.Read(space)))
            .ToList();
    }

    private async Task<SpaceContent> LoadFoldersAsync(SpaceInfo space, CancellationToken cancellationToken)
    {
        using JsonDocument response = await GetAsync(
            ClickUpOperations.ListFolders(new SpaceId(space.Id)),
            Folders,
            cancellationToken
        );
        List<JsonElement> elements = response.RootElement.Items("folders").Where(HasId).ToList();
        Dictionary<string, JsonElement> byId = [];
        foreach (JsonElement element in elements)
        {
            byId[element.Text("id")!] = element;
        }

        StatusReader statuses = new();
        List<FolderInfo> folders = [];
        List<ListInfo> lists = [];
        foreach (JsonElement element in elements)
        {
            // A hidden folder is how ClickUp stores folderless lists; people never see it.
            FolderInfo? folder = element.IsTrue("hidden")
                ? null
                : new FolderInfo(
                    element.Text("id")!,
                    NameOf(element),
                    space,
                    ParentsOf(element, byId),
                    statuses.Read(element)
                );
            if (folder is not null)
            {
                folders.Add(folder);
            }

            lists.AddRange(element.Items("lists").Where(HasId).Select(list => ReadList(list, space, folder, statuses)));
        }

        return new SpaceContent(folders, lists);
    }

    private async Task<SpaceContent> LoadFolderlessAsync(SpaceInfo space, CancellationToken cancellationToken)
    {
        using JsonDocument response = await GetAsync(
            ClickUpOperations.ListLists(new SpaceId(space.Id)),
            Lists,
            cancellationToken
        );
        StatusReader statuses = new();
        return new SpaceContent(
            [],
            response
                .RootElement.Items("lists")
                .Where(HasId)
                .Select(list => ReadList(list, space, folder: null, statuses))
                .ToList()
        );
    }

    // In one array of its size, since there may be 10,000.
    private static List<T> Joined<T>(List<SpaceContent> contents, Func<SpaceContent, IReadOnlyList<T>> part)
    {
        List<T> joined = new(contents.Sum(content => part(content).Count));
        contents.ForEach(content => joined.AddRange(part(content)));
        return joined;
    }

    private async Task<JsonDocument> GetAsync(
        ClickUpRequest request,
        WantedMembers wanted,
        CancellationToken cancellationToken
    ) => JsonLenient.Parse(await client.SendAsync(request with { Wanted = wanted }, cancellationToken));

    private static ListInfo ReadList(JsonElement list, SpaceInfo space, FolderInfo? folder, StatusReader statuses)
    {
        IReadOnlyList<string>? own = statuses.Read(list);
        bool hidesStatuses = own is null && list.IsTrue("override_statuses");
        return new ListInfo(list.Text("id")!, NameOf(list), space, folder, own, hidesStatuses);
    }

    /// <summary>Subfolders come flat with the id of their parent, or an object that has it.</summary>
    private static List<string> ParentsOf(JsonElement folder, Dictionary<string, JsonElement> byId)
    {
        List<string> parents = [];
        JsonElement current = folder;
        while (
            parents.Count < byId.Count
            && current.Member("parent_folder") is var parent
            && (parent.Text() ?? parent.Text("id")) is { } id
            && byId.TryGetValue(id, out current)
        )
        {
            parents.Insert(0, NameOf(current));
        }

        return parents;
    }

    private static bool HasId(JsonElement element) =>
        element.Member("id") is var id
        && (id.ValueKind == JsonValueKind.Number || (id.ValueKind == JsonValueKind.String && !id.ValueEquals("")));

    private static string NameOf(JsonElement element) => element.Text("name") ?? string.Empty;

    /// <summary>What one request found in a space.</summary>
    private sealed record SpaceContent(IReadOnlyList<FolderInfo> Folders, IReadOnlyList<ListInfo> Lists);
}
