using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ClickUpMcp.Driver;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Docs;

/// <summary>Writes the reference pages of the tools from the emitted catalogue and the examples of the spec.</summary>
internal static class ToolPages
{
    private static readonly JsonSerializerOptions CompactJson = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
    };

    private static readonly Dictionary<string, string> Prefixes = JsonElement
        .Parse(File.ReadAllBytes(Repository.At("spec", "clickup-tools.json")))
        .GetProperty("api")
        .EnumerateObject()
        .ToDictionary(static api => api.Name, static api => api.Value.GetString()!);

    /// <summary>The page of one category.</summary>
    public static string Page(int category)
    {
        StringBuilder page = new();
        page.Append("<!-- Generated from spec/; run './build.sh docs' to renew. -->\n");
        page.Append(CultureInfo.InvariantCulture, $"# {ToolCatalog.CategoryTitle(category)}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"{ToolCatalog.CategoryDescription(category)}\n");
        Dictionary<string, JsonElement> entries = SpecEntries(ToolCatalog.CategoryNames[category]);
        for (int tool = 0; tool < ToolCatalog.Count; tool++)
        {
            if (ToolCatalog.CategoryIndex(tool) == category)
            {
                AppendTool(page, ToolCatalog.Describe(tool), entries[ToolCatalog.Name(tool)]);
            }
        }

        return page.ToString();
    }

    /// <summary>The page that lists all tools.</summary>
    public static string Index()
    {
        StringBuilder page = new();
        page.Append("<!-- Generated from spec/; run './build.sh docs' to renew. -->\n# Tools\n\n");
        page.Append(
            CultureInfo.InvariantCulture,
            $"{ToolCatalog.Count} tools. [Personas](personas.md) choose among them; [coverage.md](coverage.md) says which tool reaches which operation of ClickUp's API.\n\n"
        );
        page.Append("| tool | category | scope | what it does |\n| --- | --- | --- | --- |\n");
        for (int tool = 0; tool < ToolCatalog.Count; tool++)
        {
            ToolDescriptor descriptor = ToolCatalog.Describe(tool);
            string link = $"{descriptor.Category}.md#{descriptor.Name}";
            page.Append(
                CultureInfo.InvariantCulture,
                $"| [{descriptor.Name}]({link}) | {descriptor.Category} | {Scope(descriptor)} | {Cell(descriptor.Description)} |\n"
            );
        }

        return page.ToString();
    }

    private static void AppendTool(StringBuilder page, ToolDescriptor tool, JsonElement entry)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {tool.Name}\n\n{tool.Description}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"Scope `{Scope(tool)}`; {Traits(tool.Traits)}.");
        if (entry.TryGetProperty("plan", out JsonElement plan))
        {
            string name = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(plan.GetString()!.Replace('_', ' '));
            page.Append(CultureInfo.InvariantCulture, $" Works from ClickUp's plan {name} on.");
        }

        if (tool.Aliases.Length > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $" Also called `{string.Join("`, `", tool.Aliases)}`.");
        }

        page.Append(
            tool.Operations.Length == 0 ? "\n\n" : $" ClickUp operations: `{string.Join("`, `", tool.Operations)}`.\n\n"
        );
        using JsonDocument schema = JsonDocument.Parse(tool.InputSchema);
        AppendArguments(page, schema.RootElement);
        if (entry.TryGetProperty("request", out JsonElement single))
        {
            page.Append(CultureInfo.InvariantCulture, $"\nRequest: {RequestLine(single)}\n");
        }

        JsonElement[] several = [.. Items(entry, "requests")];
        page.Append(several.Length > 0 ? "\nThe first of these requests that fits:\n\n" : "");
        foreach (JsonElement request in several)
        {
            string when = request.TryGetProperty("when", out JsonElement argument)
                ? $"with {Condition(argument)}"
                : "otherwise";
            page.Append(CultureInfo.InvariantCulture, $"- {when}: {RequestLine(request)}\n");
        }

        foreach (JsonElement example in Items(entry, "examples"))
        {
            page.Append("\n```json\n").Append(Compact(example.GetProperty("arguments"))).Append("\n```\n");
            if (example.TryGetProperty("request", out JsonElement line))
            {
                page.Append(CultureInfo.InvariantCulture, $"→ `{line.GetString()}`");
                page.Append(example.TryGetProperty("body", out JsonElement body) ? $" `{Compact(body)}`\n" : "\n");
            }
        }
    }

    private static string Condition(JsonElement when) =>
        when.ValueKind == JsonValueKind.Object
            ? string.Concat(when.EnumerateObject().Select(static value => $"`{value.Name}` = `{value.Value}`"))
            : $"`{when.GetString()}`";

    private static string RequestLine(JsonElement request) =>
        $"`{request.GetProperty("method").GetString()} {Prefixes[request.GetProperty("api").GetString()!]}{request.GetProperty("path").GetString()}`";

    private static void AppendArguments(StringBuilder page, JsonElement schema)
    {
        if (!schema.TryGetProperty("properties", out JsonElement properties))
        {
            page.Append("No arguments.\n");
            return;
        }

        HashSet<string> required = [.. Items(schema, "required").Select(name => name.GetString()!)];
        page.Append("| argument | type | meaning |\n| --- | --- | --- |\n");
        foreach (JsonProperty property in properties.EnumerateObject())
        {
            string description = property.Value.TryGetProperty("description", out JsonElement text)
                ? Cell(text.GetString()!)
                : "";
            string mark = required.Contains(property.Name) ? " (required)" : "";
            page.Append(
                CultureInfo.InvariantCulture,
                $"| `{property.Name}`{mark} | {TypeOf(property.Value)} | {description} |\n"
            );
        }
    }

    private static string TypeOf(JsonElement schema)
    {
        string type = schema.TryGetProperty("type", out JsonElement name) ? name.GetString()! : "any";
        if (schema.TryGetProperty("enum", out JsonElement labels))
        {
            return string.Join(", ", labels.EnumerateArray().Select(label => $"`{label.GetString()}`"));
        }

        string text = type == "array" ? $"array of {TypeOf(schema.GetProperty("items"))}" : type;
        return schema.TryGetProperty("default", out JsonElement value) ? $"{text}, default `{Compact(value)}`" : text;
    }

    private static string Traits(ToolTraits traits)
    {
        string[] names =
        [
            traits.HasFlag(ToolTraits.ReadOnly) ? "only reads" : "writes",
            .. traits.HasFlag(ToolTraits.Destructive) ? ["can overwrite or delete"] : Array.Empty<string>(),
            .. traits.HasFlag(ToolTraits.Idempotent) ? ["safe to repeat"] : Array.Empty<string>(),
        ];
        return string.Join(", ", names);
    }

    private static Dictionary<string, JsonElement> SpecEntries(string category)
    {
        using JsonDocument file = JsonDocument.Parse(
            File.ReadAllBytes(Repository.At("spec", "tools", category + ".json"))
        );
        return file
            .RootElement.GetProperty("tools")
            .EnumerateArray()
            .ToDictionary(tool => tool.GetProperty("name").GetString()!, tool => tool.Clone());
    }

    private static IEnumerable<JsonElement> Items(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out JsonElement array) ? array.EnumerateArray() : [];

    private static string Compact(JsonElement value) => JsonSerializer.Serialize(value, CompactJson);

    private static string Scope(ToolDescriptor tool) => tool.Scope.ToString().ToLowerInvariant();

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
