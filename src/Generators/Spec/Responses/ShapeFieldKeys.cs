using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads the keys by which a field of a shape says what its raw values mean.</summary>
internal sealed class ShapeFieldKeys(
    SpecObject spec,
    IReadOnlyDictionary<string, EntitySpec> entities,
    DiagnosticBag bag
)
{
    /// <summary>The entity whose names are shown; empty for none.</summary>
    public string ParseEntity(bool isNamed)
    {
        if (spec.Text("entity") is not { } name)
        {
            if (isNamed && !spec.Has("entity"))
            {
                spec.ReportMissing("entity");
            }

            return "";
        }

        string[] known = [.. entities.Where(static entity => HasNames(entity.Value)).Select(static e => e.Key)];
        // A root that could not be read declares nothing, which is a mistake of its own.
        string? problem =
            !isNamed ? "belongs to fields of kind named"
            : known.Contains(name.Text) || entities.Count == 0 ? null
            : $"needs an entity that is listed in the workspace, a place, or that of people; {Suggestion.For(name.Text, known)}";
        if (problem is null)
        {
            return CSharpNames.Pascal(name.Text);
        }

        Report("entity", name, problem);
        return "";
    }

    /// <summary>The two members of a pair; nothing when the field shows no pairs.</summary>
    public EquatableArray<string> ParsePair(string from)
    {
        if (spec.Find("pair") is not { } pair)
        {
            return default;
        }

        IReadOnlyList<JsonValue> members = spec.Texts("pair");
        if (members.Count != 2 || !FieldTypes.IsMapping(from))
        {
            Report("pair", pair, "needs two members, and a 'from' that maps over the pairs");
            return default;
        }

        return members.Select(member => member.Text).ToEquatableArray();
    }

    /// <summary>Whether a pair has no direction.</summary>
    public bool ParseMutual()
    {
        bool isMutual = spec.Flag("mutual") ?? false;
        if (isMutual && !spec.Has("pair"))
        {
            Report("mutual", spec.Find("mutual")!, "needs a 'pair'");
        }

        return isMutual;
    }

    /// <summary>Raw values and their words, one after the other.</summary>
    public EquatableArray<string> ParseWords() =>
        spec.Members("values")
            .Where(member => SpecObject.Expect(member.Value, JsonKind.String, $"'{member.Name}'", bag))
            .SelectMany(static member => new[] { member.Name, member.Value.Text })
            .ToEquatableArray();

    /// <summary>The other names.</summary>
    public EquatableArray<string> ParseAliases()
    {
        IReadOnlyList<JsonValue> aliases = spec.Texts("aliases");
        foreach (JsonValue alias in aliases)
        {
            NameRules.Check(alias, "field alias", NameRules.Alias, bag);
        }

        return aliases.Select(alias => alias.Text).ToEquatableArray();
    }

    // Neither listing nor resolver has only an entity whose own entry is mistaken.
    private static bool HasNames(EntitySpec entity) =>
        entity.Listing is not null
            ? entity.Places.Contains(EntitySpec.Workspace)
            : entity.Model.Resolver
                is nameof(NameResolution.Member)
                    or nameof(NameResolution.Container)
                    or nameof(NameResolution.None);

    private void Report(string key, JsonValue value, string problem) =>
        bag.Report(Descriptors.BadShapeFieldKey, value, key, problem);
}
