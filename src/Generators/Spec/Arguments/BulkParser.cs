using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads how one call of a tool stands for several.</summary>
internal static class BulkParser
{
    /// <summary>The kinds of bulk call that the root declares, by name.</summary>
    public static IReadOnlyDictionary<string, BulkModel> ParseAll(SpecObject root, DiagnosticBag bag)
    {
        var kinds = new Dictionary<string, BulkModel>(StringComparer.Ordinal);
        foreach (JsonMember member in root.Members("bulk"))
        {
            NameRules.Check(member.Key, "kind of bulk call", NameRules.Name, bag);
            if (
                SpecObject.Open(member.Value, KnownKeys.Bulk, bag) is { } kind
                && kind.RequiredText("items") is { } items
                && kind.RequiredText("item") is { } item
            )
            {
                kinds[member.Name] = new BulkModel(items.Text, item.Text)
                {
                    Aliases = Aliases(kind),
                    Description = kind.Description($"the bulk call '{member.Name}'", required: false),
                    Listed = kind.Flag("listed") ?? true,
                    Where = kind.Text("where")?.Text,
                    Nested = kind.Items("nested")
                        .Select(value => ParseNested(value, bag))
                        .OfType<BulkNestedModel>()
                        .ToEquatableArray(),
                };
            }
        }

        return kinds;
    }

    /// <summary>What a tool says of its bulk calls; null when it has none, or none that is usable.</summary>
    /// <param name="spec">The entry.</param>
    /// <param name="root">The root.</param>
    /// <param name="declared">The tool's own arguments.</param>
    public static BulkModel? Parse(SpecObject spec, RootSpec root, IReadOnlyList<ArgumentEntry> declared)
    {
        if (spec.Text("bulk") is not { } name)
        {
            return null;
        }

        if (!root.Bulk.TryGetValue(name.Text, out BulkModel? bulk))
        {
            spec.Bag.Report(Descriptors.UnknownBulk, name, name.Text, Suggestion.For(name.Text, root.Bulk.Keys));
            return null;
        }

        string[] names = [.. declared.Select(static entry => entry.Model.Name)];
        if (!names.Contains(bulk.Item) || names.Contains(bulk.Items))
        {
            spec.Bag.Report(Descriptors.UnusableBulk, name, name.Text, bulk.Item, bulk.Items);
            return null;
        }

        return bulk;
    }

    /// <summary>Reports tools that kinds of bulk call name and that are none.</summary>
    public static void CheckTools(RootSpec root, IReadOnlyCollection<string> tools, DiagnosticBag bag)
    {
        foreach (JsonValue name in root.BulkMembers.SelectMany(static member => ToolsOf(member.Value)))
        {
            if (!tools.Contains(name.Text))
            {
                bag.Report(Descriptors.UnknownTool, name, name.Text, Suggestion.For(name.Text, tools));
            }
        }
    }

    private static IEnumerable<JsonValue> ToolsOf(JsonValue kind) =>
        (kind.Find("nested")?.Items ?? [])
            .Select(static nested => nested.Find("tool"))
            .Append(kind.Find("where"))
            .OfType<JsonValue>()
            .Where(static name => name.Kind == JsonKind.String);

    private static EquatableArray<string> Aliases(SpecObject kind)
    {
        IReadOnlyList<JsonValue> aliases = kind.Texts("aliases");
        foreach (JsonValue alias in aliases)
        {
            NameRules.Check(alias, "argument alias", NameRules.Alias, kind.Bag);
        }

        return aliases.Select(static alias => alias.Text).ToEquatableArray();
    }

    private static BulkNestedModel? ParseNested(JsonValue value, DiagnosticBag bag) =>
        SpecObject.Open(value, KnownKeys.BulkNested, bag) is { } nested
        && nested.RequiredText("argument") is { } argument
        && nested.RequiredText("tool") is { } tool
        && nested.RequiredText("as") is { } given
        && nested.RequiredText("sample") is { } sample
            ? new BulkNestedModel(argument.Text, tool.Text, given.Text, sample.Text)
            {
                Inherits = nested.Texts("inherits").Select(static name => name.Text).ToEquatableArray(),
            }
            : null;
}
