using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Places;

/// <summary>Configured places, found by their names once and known by their ids from then on.</summary>
/// <param name="configured">The places.</param>
/// <param name="directory">Where their names are looked up.</param>
internal sealed class AllowedPlaces(IReadOnlyList<WritePlace> configured, Func<WorkspaceDirectory> directory)
{
    private IReadOnlyList<Place>? _places;

    /// <summary>The places with their ids.</summary>
    /// <exception cref="ActionableException">A name means no place, or several.</exception>
    public async ValueTask<IReadOnlyList<Place>> GetAsync(IUpstreamCall? call, CancellationToken cancellationToken)
    {
        if (_places is { } known)
        {
            return known;
        }

        WorkspaceDirectory own = call is null ? directory() : directory().For(call);
        List<Place> places = [];
        foreach (WritePlace place in configured)
        {
            places.Add(
                EntityText.IsDigits(place.Text)
                    ? new Place(new RequestedThing(place.Noun, place.Text))
                    : await FindAsync(place, own, cancellationToken)
            );
        }

        return _places = places;
    }

    private static async ValueTask<Place> FindAsync(
        WritePlace place,
        WorkspaceDirectory directory,
        CancellationToken cancellationToken
    )
    {
        List<NamedThing> things = [];
        foreach (WorkspaceInfo workspace in await directory.GetWorkspacesAsync(afterMiss: false, cancellationToken))
        {
            if (place.Noun == "workspace")
            {
                things.Add(new NamedThing(workspace.Id, workspace.Name, "workspace", []));
                continue;
            }

            WorkspaceHierarchy tree = await directory.GetHierarchyAsync(
                new WorkspaceId(workspace.Id),
                afterMiss: false,
                cancellationToken
            );
            things.AddRange(
                place.Noun switch
                {
                    "space" => tree.Spaces.Select(static space => space.Thing),
                    "folder" => tree.Folders.Select(static folder => folder.Thing),
                    _ => tree.Lists.Select(static list => list.Thing),
                }
            );
        }

        NameMatches matches = NameMatcher.Find(things, place.Text, MatchQuality.Whole);
        return matches.Things is [var found]
            ? new Place(new RequestedThing(place.Noun, found.Id), found.Name)
            : throw Unclear(
                place,
                matches.Any ? matches.Things : [.. NameScore.Closest(things, place.Text, Candidates)]
            );
    }

    private const int Candidates = 5;

    private static ActionableException Unclear(WritePlace place, IReadOnlyList<NamedThing> candidates) =>
        new(
            $"The places that may be written to name the {place.Noun} {NameErrors.Show(place.Text)}, and it is not clear which one that is.",
            "No place has exactly this name, or several have. Nothing was sent.",
            "Whoever set the places names it by its id, or with the places around it, as Engineering / Backend / Bugs:",
            [.. candidates.Take(Candidates).Select(static thing => thing.Describe())]
        );
}
