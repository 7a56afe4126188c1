using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads the root's entities.</summary>
internal sealed class EntityParser(DiagnosticBag bag)
{
    // Sets of kinds have one bit for each.
    private const int Most = 64;

    /// <summary>Stands for itself where the root does not declare it: every request may need it.</summary>
    public static EntityModel Workspace { get; } =
        new()
        {
            Name = EntitySpec.Workspace,
            Noun = "workspace",
            Plural = "workspaces",
            Resolver = nameof(NameResolution.Workspace),
        };

    public Dictionary<string, EntitySpec> Parse(IReadOnlyList<JsonMember> members)
    {
        var entities = new Dictionary<string, EntitySpec>(StringComparer.Ordinal);
        var kinds = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (JsonMember member in members)
        {
            NameRules.Check(member.Key, "entity name", NameRules.Name, bag);
            EntitySpec entity = ParseEntity(member);
            bool isOwn = NameClashes.Claim(kinds, member.Key, entity.Kind, bag);
            // One whose name clashes stands for the first of that name, so that what uses it is no further mistake.
            entities.Add(
                member.Name,
                isOwn
                    ? entity
                    : entities.Values.First(e => string.Equals(e.Kind, entity.Kind, StringComparison.OrdinalIgnoreCase))
            );
        }

        if (members.Count > Most)
        {
            bag.Report(Descriptors.TooManyEntities, members[Most].Key, Most);
        }

        MarkCircles(entities);
        return entities;
    }

    // A name is found when that of a place around it is.
    private void MarkCircles(Dictionary<string, EntitySpec> entities)
    {
        List<string> open = [.. entities.Where(e => e.Value.Listing is not null).Select(e => e.Key)];
        while (open.RemoveAll(name => entities[name].Places.Any(place => !open.Contains(place))) > 0) { }
        foreach (string name in open)
        {
            entities[name] = entities[name] with { IsCircular = true };
        }

        if (open.Count > 0 && entities[open[0]] is { Listing: { } listing, Model.Noun: var noun })
        {
            bag.Report(Descriptors.ListingCircle, listing.Find("in") ?? listing.Value, noun);
        }
    }

    private EntitySpec ParseEntity(JsonMember member)
    {
        var model = new EntityModel { Name = member.Name };
        if (SpecObject.Open(member.Value, KnownKeys.Entity, bag) is not { } spec)
        {
            return new EntitySpec(model, null);
        }

        if (spec.Has("resolver") == spec.Has("listing"))
        {
            bag.Report(Descriptors.ResolverOrListing, member.Key, member.Name);
        }

        string noun = spec.Text("noun")?.Text ?? member.Name.Replace('_', ' ');
        model = model with
        {
            Noun = noun,
            Plural = spec.Text("plural")?.Text ?? noun + "s",
            IdIsNumber = spec.Word("idType", WordSets.IdTypes) == "Number",
            Resolver = spec.Word("resolver", WordSets.Resolvers) ?? nameof(NameResolution.None),
        };
        return new EntitySpec(
            model,
            spec.Find("listing") is { } listing ? SpecObject.Open(listing, KnownKeys.Listing, bag) : null
        );
    }
}
