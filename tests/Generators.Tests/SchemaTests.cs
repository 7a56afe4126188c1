using System.Text.Json;
using ClickUpMcp.Driver;
using ClickUpMcp.Generators.Spec;

namespace ClickUpMcp.Generators.Tests;

/// <summary>The JSON Schema for editors says the same as the parser.</summary>
public sealed class SchemaTests
{
    private static readonly JsonElement Definitions = JsonDocument
        .Parse(Repository.Read("spec/clickup-tools.schema.json"))
        .RootElement.GetProperty("$defs");

    public static TheoryData<string> Tables() => new(KnownKeys.All.Select(t => t.Name));

    [Theory]
    [MemberData(nameof(Tables))]
    public void Keys_of_the_schema_are_the_keys_of_the_parser(string table)
    {
        KeyTable keys = KnownKeys.All.Single(t => t.Name == table);

        Keys(Definitions.GetProperty(table)).Order().ShouldBe(keys.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Objects_of_the_schema_are_closed_and_described(string table)
    {
        JsonElement definition = Definitions.GetProperty(table);

        bool isClosed =
            (
                definition.TryGetProperty("additionalProperties", out JsonElement more)
                || definition.TryGetProperty("unevaluatedProperties", out more)
            )
            && more.ValueKind == JsonValueKind.False;
        isClosed.ShouldBeTrue();
        definition.GetProperty("description").GetString().ShouldNotBeNullOrEmpty();
        foreach (JsonProperty property in definition.GetProperty("properties").EnumerateObject())
        {
            bool isDescribed =
                property.Value.TryGetProperty("description", out _) || property.Value.TryGetProperty("$ref", out _);
            isDescribed.ShouldBeTrue(property.Name);
        }
    }

    [Fact]
    public void Closed_sets_of_the_schema_are_those_of_the_parser()
    {
        Words("typeKeys", "type").ShouldBe(WordSets.Types.Words);
        Words("typeKeys", "edge").ShouldBe(WordSets.Edges.Words);
        Words("typeKeys", "format").ShouldBe(WordSets.StringFormats.Words);
        Words("entity", "resolver").ShouldBe(WordSets.Resolvers.Words);
        Words("listing", "idForm").ShouldBe(WordSets.IdForms.Words);
        Words("entity", "idType").ShouldBe(WordSets.IdTypes.Words);
        Words("shapeField", "kind").ShouldBe(WordSets.FieldKinds.Words);
        Words("response", "layout").ShouldBe(WordSets.Layouts.Words);
        Words("pagination", "style").ShouldBe(WordSets.PaginationStyles.Words);
        Words(Definitions.GetProperty("scope")).ShouldBe(WordSets.Scopes.Words);
        Words(Definitions.GetProperty("level")).ShouldBe(WordSets.Levels.Words);
        Definitions.GetProperty("name").GetProperty("pattern").GetString().ShouldBe(NameRules.Name);
        Definitions.GetProperty("alias").GetProperty("pattern").GetString().ShouldBe(NameRules.Alias);
    }

    private static string[] Words(string definition, string property) =>
        Words(Definitions.GetProperty(definition).GetProperty("properties").GetProperty(property));

    private static string[] Words(JsonElement schema) =>
        [.. schema.GetProperty("enum").EnumerateArray().Select(w => w.GetString()!)];

    private static IEnumerable<string> Keys(JsonElement definition)
    {
        IEnumerable<string> own = definition.GetProperty("properties").EnumerateObject().Select(p => p.Name);
        return definition.TryGetProperty("allOf", out JsonElement parts)
            ? own.Concat(parts.EnumerateArray().SelectMany(p => Keys(Resolve(p.GetProperty("$ref").GetString()!))))
            : own;
    }

    private static JsonElement Resolve(string reference) => Definitions.GetProperty(reference.Split('/')[^1]);
}
