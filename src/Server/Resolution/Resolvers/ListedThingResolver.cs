namespace ClickUpMcp.Resolution;

/// <summary>Resolves the kinds for which the spec has a listing: views, goals, channels, docs, templates and the like.</summary>
internal sealed class ListedThingResolver(WorkspaceDirectory directory, WorkspaceResolver workspaces)
{
    /// <summary>The thing's id.</summary>
    public async Task<string> ResolveAsync(
        EntityKind kind,
        string text,
        ResolutionScope scope,
        CancellationToken cancellationToken
    )
    {
        ListedKind row = ListedKinds.Of(kind);
        if (KnownId(row, text, scope) is { } known)
        {
            return known;
        }

        if (ClickUpLink.TryParse(text) is { } link)
        {
            throw NameErrors.OtherLink(kind, link.Kind);
        }

        EntityId? parent = scope.Given([.. row.Listings.Select(static listing => listing.Parent)]);
        EntityKind parentKind = parent?.Kind ?? EntityKind.Workspace;
        Listing? listing = row.Listings.FirstOrDefault(listing => listing.Parent == parentKind);
        if (listing is null)
        {
            return row.MayBeId(text) || row.IsId(text)
                ? text
                : throw NameErrors.NeedsParent(kind, text, row.Listings[0].Parent);
        }

        string name = row.Bare(text);
        if (name.Length == 0)
        {
            throw NameErrors.Empty(kind);
        }

        string workspace = listing.NeedsWorkspace
            ? (await workspaces.ResolveAsync(scope, cancellationToken)).Value
            : string.Empty;
        ListingTarget target = new(row, listing, workspace, parent?.Value ?? string.Empty);
        Task<NamedThing> found = scope.MayBeNew
            ? NameLookup.FindOrAddAsync(kind, name, scope.Lookups, LoadAsync)
            : NameLookup.FindAsync(kind, name, scope.Lookups, LoadAsync);
        return (await found).Id;

        async Task<NameTable> LoadAsync(bool afterMiss) =>
            TableOf(target, await directory.GetListedAsync(target, afterMiss, cancellationToken), name, afterMiss);
    }

    private static string? KnownId(ListedKind row, string text, ResolutionScope scope) =>
        row.IsId(text) && scope.TrustsForm(row.Kind)
            ? text
            : ClickUpLink.TryParse(text)?.IdOf(row.Kind)
                ?? row.BuiltIn.FirstOrDefault(thing => thing.Name.Equals(text, StringComparison.OrdinalIgnoreCase))?.Id;

    private static NameTable TableOf(ListingTarget target, ListedThings listed, string name, bool afterMiss)
    {
        List<NamedThing> things = listed
            .Things.Where(static thing => thing.Name.Length > 0)
            .Concat(target.Kind.BuiltIn.Where(thing => listed.Things.All(other => other.Id != thing.Id)))
            .ToList();
        // An id that has no certain form is one when it is listed as such, or when it is no name even in fresh data.
        bool isListed = listed.Things.Any(thing => thing.Id == name);
        bool mayBeId = isListed || (afterMiss && (target.Kind.MayBeId(name) || target.Kind.IsId(name)));
        if (mayBeId && !NameMatcher.Find(things, name, isListed ? MatchQuality.Whole : MatchQuality.Part).Any)
        {
            things = [new NamedThing(name, name, string.Empty, [])];
        }

        return new NameTable(things, PlaceOf(target, listed), NextOf(target, listed))
        {
            IsPartial = !listed.IsComplete,
        };
    }

    private static string PlaceOf(ListingTarget target, ListedThings listed)
    {
        string place =
            target.Listing.Parent != EntityKind.Workspace ? $"in this {EntityNoun.Of(target.Listing.Parent)}"
            : target.Kind.Listings.Count > 1 ? "in the workspace itself"
            : string.Empty;
        return listed.IsComplete
            ? place
            : $"among the first {listed.Things.Count} {EntityNoun.Plural(target.Kind.Kind)} {place}".TrimEnd()
                + " (there are more)";
    }

    private static string? NextOf(ListingTarget target, ListedThings listed)
    {
        string noun = EntityNoun.Of(target.Kind.Kind);
        if (!listed.IsComplete)
        {
            return $"Give the {noun}'s id: further pages were not looked through.";
        }

        IReadOnlyList<Listing> listings = target.Kind.Listings;
        if (target.Listing.Parent != EntityKind.Workspace || listings.Count == 1)
        {
            return null;
        }

        string parents = string.Join(
            ", ",
            listings.SkipLast(2).Select(static listing => EntityNoun.Of(listing.Parent))
        );
        return $"Use one of the options, or name the {parents} or {EntityNoun.Of(listings[^2].Parent)} of the {noun}.";
    }
}
