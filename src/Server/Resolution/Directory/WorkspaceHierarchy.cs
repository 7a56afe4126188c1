using System.Collections.Concurrent;

namespace ClickUpMcp.Resolution;

/// <summary>The spaces, folders and lists of one workspace as they were when loaded.</summary>
/// <remarks>What is found out about them is kept, since one load serves many calls.</remarks>
internal sealed class WorkspaceHierarchy(
    IReadOnlyList<SpaceInfo> spaces,
    IReadOnlyList<FolderInfo> folders,
    IReadOnlyList<ListInfo> lists
)
{
    private Dictionary<string, string>? _names;
    private ILookup<string, FolderInfo>? _foldersOfSpaces;
    private ILookup<string, ListInfo>? _listsOfFolders;
    private ILookup<string, ListInfo>? _listsOfSpaces;
    private readonly ConcurrentDictionary<(EntityKind Kind, string? Space), NameIndex> _indexes = new();

    public IReadOnlyList<SpaceInfo> Spaces => spaces;

    public IReadOnlyList<FolderInfo> Folders => folders;

    public IReadOnlyList<ListInfo> Lists => lists;

    /// <summary>The names of all by their ids, without those that have none.</summary>
    /// <param name="clean">Makes a name fit to be shown; asked once for each.</param>
    public IReadOnlyDictionary<string, string> NamesById(Func<string, string> clean) => _names ??= ReadNames(clean);

    /// <summary>The folders of a space.</summary>
    public IEnumerable<FolderInfo> FoldersOf(SpaceInfo space) =>
        (_foldersOfSpaces ??= folders.ToLookup(static folder => folder.Space.Id))[space.Id];

    /// <summary>The lists of a folder.</summary>
    public IEnumerable<ListInfo> ListsOf(FolderInfo folder) =>
        (_listsOfFolders ??= lists.Where(static list => list.Folder is not null).ToLookup(static l => l.Folder!.Id))[
            folder.Id
        ];

    /// <summary>The lists that a space has itself.</summary>
    public IEnumerable<ListInfo> ListsOf(SpaceInfo space) =>
        (_listsOfSpaces ??= lists.Where(static list => list.Folder is null).ToLookup(static list => list.Space.Id))[
            space.Id
        ];

    /// <summary>The spaces, or the folders or lists of all spaces or of one, by their names.</summary>
    public NameIndex NamesOf(EntityKind kind, SpaceInfo? space) =>
        _indexes.GetOrAdd((kind, space?.Id), _ => new NameIndex(ThingsOf(kind, space)));

    private List<NamedThing> ThingsOf(EntityKind kind, SpaceInfo? within) =>
        [
            .. kind switch
            {
                EntityKind.Space => spaces.Select(static space => space.Thing),
                EntityKind.Folder => folders
                    .Where(folder => within is null || folder.Space.Id == within.Id)
                    .Select(static folder => folder.Thing),
                _ => lists
                    .Where(list => within is null || list.Space.Id == within.Id)
                    .Select(static list => list.Thing),
            },
        ];

    private Dictionary<string, string> ReadNames(Func<string, string> clean)
    {
        Dictionary<string, string> names = [];
        foreach (SpaceInfo space in spaces)
        {
            Add(space.Id, space.Name);
        }

        foreach (FolderInfo folder in folders)
        {
            Add(folder.Id, folder.Name);
        }

        foreach (ListInfo list in lists)
        {
            Add(list.Id, list.Name);
        }

        return names;

        void Add(string id, string name)
        {
            if (name.Length > 0)
            {
                names[id] = clean(name);
            }
        }
    }
}
