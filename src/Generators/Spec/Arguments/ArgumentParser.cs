using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;
using ClickUpMcp.Values;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads arguments of tools and argument sets, and fields of nested objects.</summary>
internal sealed class ArgumentParser
{
    private readonly TypeParser _types;
    private readonly DiagnosticBag _bag;

    public ArgumentParser(IReadOnlyDictionary<string, EntitySpec> entities, DiagnosticBag bag)
    {
        _types = new TypeParser(entities, this);
        _bag = bag;
    }

    /// <summary>Reads the fields of one object, whose names must differ from each other.</summary>
    public IReadOnlyList<ArgumentEntry> ParseFields(IReadOnlyList<JsonMember> members, string? record, int depth)
    {
        IReadOnlyList<ArgumentEntry> entries = ParseAll(members, KnownKeys.Field, depth);
        ArgumentNames.Check(entries, [], record, _bag);
        return entries;
    }

    /// <summary>Reads arguments without comparing their names.</summary>
    public IReadOnlyList<ArgumentEntry> ParseAll(IReadOnlyList<JsonMember> members, KeyTable keys, int depth = 0) =>
        [.. members.Select(member => Parse(member, keys, depth))];

    private ArgumentEntry Parse(JsonMember member, KeyTable keys, int depth)
    {
        NameRules.Check(member.Key, "argument name", NameRules.Name, _bag);
        var model = new ArgumentModel { Name = member.Name };
        if (SpecObject.Open(member.Value, keys, _bag) is not { } spec)
        {
            return new ArgumentEntry(model, member, null);
        }

        TypeModel type = _types.Parse(spec, member.Name, depth);
        bool required = spec.Flag("required") ?? false;
        (bool clearable, EquatableArray<ClearedModel> cleared) = ClearableParser.Parse(spec, member.Name);
        if (clearable && required)
        {
            _bag.Report(Descriptors.BadClearable, spec.Find("clearable")!, member.Name, "it is required");
        }

        IReadOnlyList<JsonValue> aliases = spec.Texts("aliases");
        foreach (JsonValue alias in aliases)
        {
            NameRules.Check(alias, "argument alias", NameRules.Alias, _bag);
        }

        model = model with
        {
            Type = type,
            Required = required,
            Clearable = clearable,
            Cleared = cleared,
            Listed = spec.Flag("listed") ?? true,
            Local = spec.Flag("local") ?? false,
            Description = spec.Description($"the argument '{member.Name}'", required: false),
            Aliases = Spellings(member.Name, type, [.. aliases.Select(static a => a.Text)]).ToEquatableArray(),
            Wire = keys == KnownKeys.Field ? spec.Text("wire")?.Text ?? member.Name : "",
            Default = DefaultChecker.Check(spec, member.Name, type, required),
        };
        return new ArgumentEntry(model, member, spec.Text("unboundReason")?.Text)
        {
            UnseenReason = spec.Text("unseenReason")?.Text,
            IsKept = spec.Flag("kept") ?? true,
        };
    }

    /// <summary>The aliases; of a duration also those that say its unit.</summary>
    private static IEnumerable<string> Spellings(string name, TypeModel type, string[] aliases) =>
        type.Kind == TypeKind.Duration
            ? aliases.Concat(
                aliases.Prepend(name).Where(a => !a.Any(char.IsUpper)).SelectMany(DurationUnit.SpellingsOf)
            )
            : aliases;
}
