using System.Text.Json;
using System.Text.Json.Nodes;
using ClickUpMcp.Driver;

namespace EndToEnd.Tests.Catalogue;

/// <summary>One listed tool as the spec gives it, with the arguments of its sets.</summary>
internal sealed record SpecTool(
    string Name,
    JsonElement Entry,
    IReadOnlyDictionary<string, JsonElement> Arguments,
    IReadOnlyList<JsonObject> Examples
)
{
    // The argument that agrees to what a tool that asks first has said.
    private const string Agreement = "delete_source";

    private static readonly JsonElement Root = JsonElement.Parse(
        File.ReadAllBytes(Repository.At("spec", "clickup-tools.json"))
    );

    /// <summary>Every listed tool, in order of category and name.</summary>
    public static IReadOnlyList<SpecTool> All { get; } =
    [
        .. Directory
            .EnumerateFiles(Repository.At("spec", "tools"), "*.json")
            .Order(StringComparer.Ordinal)
            .SelectMany(file =>
                JsonElement.Parse(File.ReadAllBytes(file)).GetProperty("tools").EnumerateArray().ToList()
            )
            .Where(tool => !(tool.TryGetProperty("internal", out var hidden) && hidden.GetBoolean()))
            .Select(Of),
    ];

    public bool IsReadOnly => Annotation("readOnly");

    public bool IsDestructive => Annotation("destructive");

    /// <summary>Whether it talks to ClickUp.</summary>
    public bool IsOpenWorld => Annotation("openWorld");

    /// <summary>Whether it sends nothing of its own: it finds or runs other tools, or undoes what they did.</summary>
    public bool IsDiscovery => IsIn("discovery") || IsIn("changes");

    /// <summary>Whether it says first what would be lost, and writes only when that is agreed to.</summary>
    public bool AsksFirst => Arguments.ContainsKey(Agreement);

    /// <summary>Whether it refuses what stays within one workspace.</summary>
    public bool NeedsTwoWorkspaces => Name.StartsWith("transfer_", StringComparison.Ordinal);

    /// <summary>Its examples; of a tool that asks first, with the agreement.</summary>
    public IReadOnlyList<JsonObject> AgreedExamples => [.. Examples.Select(Agreed)];

    /// <summary>Arguments with the agreement that such a tool asks for.</summary>
    public JsonObject Agreed(JsonObject arguments)
    {
        JsonObject agreed = arguments.DeepClone().AsObject();
        if (AsksFirst)
        {
            agreed[Agreement] = true;
        }

        return agreed;
    }

    /// <summary>Whether it is of a category.</summary>
    public bool IsIn(string category) => Entry.GetProperty("category").ValueEquals(category);

    /// <summary>Whether it sends a request that is no GET although it changes nothing.</summary>
    public bool ReadsByPost =>
        IsReadOnly && Requests.Any(static request => request.GetProperty("method").GetString() != "GET");

    /// <summary>Its requests; none of a handler's.</summary>
    public IEnumerable<JsonElement> Requests =>
        Entry.TryGetProperty("request", out var only) ? [only]
        : Entry.TryGetProperty("requests", out var several) ? [.. several.EnumerateArray()]
        : [];

    /// <summary>The names in each rule of this kind.</summary>
    public IEnumerable<string[]> Rules(string kind) =>
        Entry.TryGetProperty("rules", out var rules)
            ?
            [
                .. rules
                    .EnumerateArray()
                    .Where(rule => rule.TryGetProperty(kind, out _))
                    .Select(rule =>
                        rule.GetProperty(kind).EnumerateArray().Select(name => name.GetString()!).ToArray()
                    ),
            ]
            : [];

    public override string ToString() => Name;

    private static SpecTool Of(JsonElement entry)
    {
        var arguments = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (entry.TryGetProperty("argumentSets", out var sets))
        {
            foreach (var set in sets.EnumerateArray())
            {
                Add(Root.GetProperty("argumentSets").GetProperty(set.GetString()!));
            }
        }

        if (entry.TryGetProperty("arguments", out var own))
        {
            Add(own);
        }

        JsonObject[] examples =
        [
            .. entry
                .GetProperty("examples")
                .EnumerateArray()
                .Select(example => JsonNode.Parse(example.GetProperty("arguments").GetRawText())!.AsObject()),
        ];
        return new SpecTool(entry.GetProperty("name").GetString()!, entry, arguments, examples);

        void Add(JsonElement members)
        {
            foreach (var member in members.EnumerateObject())
            {
                arguments[member.Name] = member.Value;
            }
        }
    }

    private bool Annotation(string name) => Entry.GetProperty("annotations").GetProperty(name).GetBoolean();
}
