using System.Text.Json;
using ClickUpMcp.Driver;
using ClickUpMcp.Tools;

namespace ClickUpMcp.Tests.Binding;

/// <summary>One argument of one tool: as the spec declares it, and as the tool's schema publishes it.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Name">The argument.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="IsClearable">Whether <c>clear</c> empties it.</param>
/// <param name="Aliases">Its other spellings.</param>
/// <param name="Type">What its values are.</param>
internal sealed record SpecArgument(
    string Tool,
    string Name,
    bool IsRequired,
    bool IsClearable,
    string[] Aliases,
    SpecType Type
)
{
    private static readonly string[] OfEachBulk =
    [
        "where",
        "defaults",
        "dry_run",
        "confirm",
        "continue_on_error",
        "concurrency",
    ];

    private static readonly JsonElement Root = JsonElement.Parse(Repository.Read("spec/clickup-tools.json"));

    /// <summary>The arguments of every tool, those that the language adds among them.</summary>
    public static IReadOnlyList<SpecArgument> All { get; } = [.. Entries().SelectMany(ReadAll)];

    /// <summary>The entries of the tools, by name.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Tools { get; } =
        Entries().ToDictionary(static tool => tool.GetProperty("name").GetString()!, StringComparer.Ordinal);

    /// <summary>The arguments of a tool.</summary>
    public static IEnumerable<SpecArgument> Of(string tool) => All.Where(a => a.Tool == tool);

    /// <summary>The names in each rule of a tool, of this kind.</summary>
    public static IEnumerable<string[]> Rules(string tool, string kind) =>
        Tools[tool].TryGetProperty("rules", out JsonElement rules)
            ?
            [
                .. rules
                    .EnumerateArray()
                    .Where(rule => rule.TryGetProperty(kind, out _))
                    .Select(rule =>
                        rule.GetProperty(kind).EnumerateArray().Select(static name => name.GetString()!).ToArray()
                    ),
            ]
            : [];

    public override string ToString() => $"{Tool}.{Name}";

    private static IEnumerable<JsonElement> Entries() =>
        Directory
            .EnumerateFiles(Repository.At("spec", "tools"), "*.json")
            .Order(StringComparer.Ordinal)
            .SelectMany(static file => JsonElement.Parse(File.ReadAllBytes(file)).GetProperty("tools").EnumerateArray())
            .Where(static tool => !tool.TryGetProperty("internal", out JsonElement hidden) || !hidden.GetBoolean());

    private static IEnumerable<SpecArgument> ReadAll(JsonElement entry)
    {
        string tool = entry.GetProperty("name").GetString()!;
        int index = ToolCatalog.Find(tool);
        JsonElement schema = JsonElement.Parse(ToolCatalog.Describe(index).InputSchema.Span);
        if (!schema.TryGetProperty("properties", out JsonElement properties))
        {
            yield break;
        }

        Dictionary<string, JsonElement> declared = Declared(entry);
        string[] required = schema.TryGetProperty("required", out JsonElement names)
            ? [.. names.EnumerateArray().Select(static name => name.GetString()!)]
            : [];
        string[] ofBulk = OfBulk(entry);
        foreach (JsonProperty property in properties.EnumerateObject())
        {
            if (!declared.ContainsKey(property.Name) && ofBulk.Contains(property.Name))
            {
                continue;
            }

            JsonElement? own = declared.TryGetValue(property.Name, out JsonElement found) ? found : null;
            yield return new SpecArgument(
                tool,
                property.Name,
                // Of a tool with bulk calls the schema requires nothing, since items may give any argument.
                required.Contains(property.Name)
                    || own?.TryGetProperty("required", out _) == true,
                own?.TryGetProperty("clearable", out _) == true,
                own is { } argument && argument.TryGetProperty("aliases", out JsonElement aliases)
                    ? [.. aliases.EnumerateArray().Select(static alias => alias.GetString()!)]
                    : [],
                new SpecType(own, property.Value, property.Name == "fields" ? FieldOf(index) : null)
            );
        }
    }

    private static string[] OfBulk(JsonElement entry)
    {
        if (!entry.TryGetProperty("bulk", out JsonElement kind))
        {
            return [];
        }

        JsonElement bulk = Root.GetProperty("bulk").GetProperty(kind.GetString()!);
        return
        [
            .. OfEachBulk,
            bulk.GetProperty("items").GetString()!,
            .. bulk.TryGetProperty("nested", out JsonElement nested)
                ? nested.EnumerateArray().Select(static one => one.GetProperty("argument").GetString()!)
                : [],
        ];
    }

    private static string? FieldOf(int tool) => EmittedCatalog.Instance.Create(tool).Output?.Shape?.Fields[0].Name;

    private static Dictionary<string, JsonElement> Declared(JsonElement entry)
    {
        Dictionary<string, JsonElement> declared = new(StringComparer.Ordinal);
        if (entry.TryGetProperty("argumentSets", out JsonElement sets))
        {
            foreach (JsonElement set in sets.EnumerateArray())
            {
                Add(Root.GetProperty("argumentSets").GetProperty(set.GetString()!));
            }
        }

        if (entry.TryGetProperty("arguments", out JsonElement own))
        {
            Add(own);
        }

        return declared;

        void Add(JsonElement members)
        {
            foreach (JsonProperty member in members.EnumerateObject())
            {
                declared[member.Name] = member.Value;
            }
        }
    }
}
