using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Text;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Protocol.Offers;

/// <summary>Looks up the names that an argument may become, where the arguments given before it say.</summary>
/// <param name="query">What is completed.</param>
/// <param name="argument">The argument.</param>
/// <param name="others">The arguments beside it, in order.</param>
internal sealed class CompletionLookup(
    CompletionQuery query,
    CompletedArgument argument,
    IReadOnlyList<CompletedArgument> others
)
{
    /// <summary>The values, best first.</summary>
    public IReadOnlyList<string> Values { get; private set; } = [];

    /// <summary>Looks up the values.</summary>
    public async ValueTask LookAsync(ToolCallContext context, CancellationToken cancellationToken)
    {
        NameContext(context);
        // Which workspace is meant may be what is asked.
        WorkspaceId workspace = argument.Kinds.Contains(EntityKind.Workspace)
            ? default
            : WorkspaceId.Of(await context.ResolveWorkspaceAsync(cancellationToken));
        if (await FindPlacesAsync(context, cancellationToken) is not { } within)
        {
            return;
        }

        KnownNames known = new(context.Services.Directory);
        List<NamedThing> things = [];
        foreach (EntityKind kind in argument.Kinds)
        {
            things.AddRange(await known.ListAsync(kind, workspace, within, cancellationToken));
        }

        List<NamedThing> named = [.. things.Where(static thing => thing.Name.Length > 0)];
        ILookup<string, NamedThing> byName = named.ToLookup(
            static thing => thing.Name,
            StringComparer.OrdinalIgnoreCase
        );
        Values =
        [
            .. NameCompletion
                .Find(named, query.Value)
                .Select(thing => OutputSanitizer.CleanLine(TextOf(thing, byName[thing.Name].Count() > 1)))
                .Where(static value => value.Length > 0)
                .Distinct(),
        ];
    }

    // One name may be that of several: what tells them apart is what the tools take, too.
    private static string TextOf(NamedThing thing, bool isOneOfSeveral) =>
        !isOneOfSeveral ? thing.Name
        : thing.Ancestors.Count > 0 ? string.Join(" / ", [.. thing.Ancestors, thing.Name])
        : thing.Email is { Length: > 0 } email ? email
        : thing.Id;

    private void NameContext(ToolCallContext context)
    {
        if (!argument.Kinds.Contains(EntityKind.Workspace) && Find(EntityKind.Workspace) is { } workspace)
        {
            context.NameWorkspace(new EntityReference(EntityKind.Workspace, workspace));
        }
    }

    private string? Find(EntityKind kind) =>
        others
            .Where(other => other.Kinds.Contains(kind))
            .Select(other => query.Context.GetValueOrDefault(other.Name))
            .FirstOrDefault(static text => text is not null);

    /// <summary>What the other arguments name; null when one of them names nothing, so that nothing lies in it.</summary>
    private async ValueTask<List<EntityId>?> FindPlacesAsync(
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        List<EntityId> within = [];
        foreach (CompletedArgument other in others)
        {
            if (
                other.Kinds.Length == 0
                || other.Kinds is [EntityKind.Workspace or EntityKind.Member]
                || !query.Context.TryGetValue(other.Name, out string? text)
            )
            {
                continue;
            }

            if (await ResolveAsync(context, other.Kinds, text, within, cancellationToken) is not { } place)
            {
                return null;
            }

            within.Insert(0, place);
        }

        return within;
    }

    private static async ValueTask<EntityId?> ResolveAsync(
        ToolCallContext context,
        EntityKind[] kinds,
        string text,
        List<EntityId> within,
        CancellationToken cancellationToken
    )
    {
        foreach (EntityKind kind in kinds)
        {
            try
            {
                return await context.Services.Names.ResolveAsync(
                    new EntityReference(kind, text),
                    context.Scope(allowCustomId: false, [.. within.Select(static place => (EntityId?)place)]),
                    cancellationToken
                );
            }
            catch (ActionableException error) when (error is not ClickUpApiException)
            {
                // It is a thing of another kind, or none.
            }
        }

        return null;
    }
}
