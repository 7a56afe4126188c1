using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClickUpMcp.Projection;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Structured;

/// <summary>What the tools return over the sandbox keeps to the output schemas they publish, by the word of ajv.</summary>
public sealed class StructuredContentTests
{
    private const int UsualMaximum = 60_000;
    private const int SmallMaximum = 1_000;

    private readonly List<(string Tool, string What, string Json)> _results = [];

    [Fact]
    public async Task Every_example_keeps_to_its_schema_at_every_level_with_every_field_and_when_capped()
    {
        foreach (ToolExample example in ToolExample.ByTool.Values.SelectMany(static examples => examples))
        {
            ResponseDefinition? output = new SandboxSession().OutputOf(example.Tool);
            if (output is null)
            {
                ToolResult result = await new SandboxSession(isStructured: true).CallAsync(
                    example.Tool,
                    example.Arguments
                );
                result.Structured.ShouldBeNull(example.ToString());
                continue;
            }

            string[] fields = [.. output.Shape!.Fields.Select(static field => field.Name).Take(30)];
            foreach (int maximum in (int[])[UsualMaximum, SmallMaximum])
            {
                await CallAsync(example, "detail_level", "names", maximum);
                await CallAsync(example, "detail_level", "summary", maximum);
                await CallAsync(example, "detail_level", "full", maximum);
                await CallAsync(
                    example,
                    "fields",
                    new JsonArray([.. fields.Select(f => JsonValue.Create(f))]),
                    maximum
                );
            }
        }

        await ShouldBeValidAsync();
    }

    private async Task CallAsync(ToolExample example, string option, JsonNode value, int maximum)
    {
        JsonObject arguments = JsonNode.Parse(example.Arguments)!.AsObject();
        arguments[option] = value;
        string what = $"{example.Tool} {arguments.ToJsonString()} within {maximum}";

        ToolResult plain = await new SandboxSession(maximumBytes: maximum, journal: example.IsOfChanges).CallAsync(
            example.Tool,
            arguments.ToJsonString()
        );
        ToolResult result = await new SandboxSession(
            maximumBytes: maximum,
            isStructured: true,
            journal: example.IsOfChanges
        ).CallAsync(example.Tool, arguments.ToJsonString());

        plain.Structured.ShouldBeNull(what);
        result.IsError.ShouldBeFalse(what);
        result.Text.ShouldBe(plain.Text, what);
        string json = result.Structured.ShouldNotBeNull(what).Json;
        json.ShouldNotContain('\n');
        Encoding.UTF8.GetByteCount(json).ShouldBeLessThanOrEqualTo(maximum, what);
        _results.Add((example.Tool, what, json));
    }

    private async Task ShouldBeValidAsync()
    {
        Dictionary<string, string> schemas = Schemas();
        IGrouping<string, (string Tool, string What, string Json)>[] tools =
        [
            .. _results.GroupBy(static result => result.Tool),
        ];
        tools.Select(static tool => tool.Key).Order().ShouldBe(schemas.Keys.Order());

        IReadOnlyList<bool[]> verdicts = await Ajv.ValidateAsync(
            tools.Select(tool =>
                (schemas[tool.Key], (IReadOnlyList<string>)[.. tool.Select(static result => result.Json)])
            ),
            TestContext.Current.CancellationToken
        );

        string[] invalid =
        [
            .. tools.SelectMany(
                (tool, index) =>
                    tool.Where((_, call) => !verdicts[index][call]).Select(static a => $"{a.What}: {a.Json}")
            ),
        ];
        verdicts.Sum(static v => v.Length).ShouldBe(_results.Count);
        invalid.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_schema_says_something_of_what_comes()
    {
        SandboxSession session = new(isStructured: true);
        Dictionary<string, string> schemas = Schemas();
        foreach (ToolExample example in ToolExample.ByTool.Values.Select(static examples => examples[0]))
        {
            ToolResult result = await session.CallAsync(example.Tool, example.Arguments);
            if (result.Structured is not { IsList: var isList, Json: var json })
            {
                continue;
            }

            JsonElement schema = JsonElement.Parse(schemas[example.Tool]).GetProperty("properties");
            JsonElement thing = JsonElement.Parse(json);
            if (isList)
            {
                schema = schema.GetProperty("items").GetProperty("items").GetProperty("properties");
                thing = thing.GetProperty("items").EnumerateArray().FirstOrDefault();
            }

            foreach (string member in thing.ValueKind == JsonValueKind.Object ? Names(thing) : [])
            {
                Names(schema).ShouldContain(member, example.Tool);
            }
        }
    }

    [Fact]
    public async Task An_error_has_no_structured_content()
    {
        SandboxSession session = new(isStructured: true);

        ToolResult unknown = await session.CallAsync("get_task", """{"task":"no such task anywhere"}""");
        ToolResult wrong = await session.CallAsync("list_tasks", """{"lst":1}""");

        unknown.IsError.ShouldBeTrue();
        unknown.Structured.ShouldBeNull();
        wrong.IsError.ShouldBeTrue();
        wrong.Structured.ShouldBeNull();
    }

    [Fact]
    public async Task A_sentence_in_the_place_of_a_thing_is_its_outcome()
    {
        ToolResult result = await new SandboxSession(isStructured: true).CallAsync("stop_time_entry", "{}");
        result =
            result.Text == "No timer was running."
                ? result
                : await new SandboxSession(isStructured: true).CallAsync(
                    "get_current_time_entry",
                    """{"assignee":"Ben"}"""
                );

        result.Structured.ShouldNotBeNull().Json.ShouldBe($$"""{"outcome":"{{result.Text}}"}""");
    }

    [Fact]
    public void The_list_without_the_option_is_the_definitions_and_nothing_else()
    {
        ToolInventory off = Inventory(isStructured: false);
        string expected =
            "["
            + string.Join(
                ',',
                off.Listed.Select(static index => Encoding.UTF8.GetString(ToolCatalog.Definition(index)))
            )
            + "]";

        Encoding.UTF8.GetString(off.ListJson.Span).ShouldBe(expected);
        Encoding.UTF8.GetString(off.StructuredListJson.Span).ShouldBe(expected);
        Encoding.UTF8.GetString(Inventory(isStructured: true).ListJson.Span).ShouldBe(expected);
    }

    [Fact]
    public void The_list_with_the_option_only_adds_output_schemas()
    {
        JsonArray structured = JsonNode.Parse(Inventory(isStructured: true).StructuredListJson.Span)!.AsArray();
        JsonArray plain = JsonNode.Parse(Inventory(isStructured: false).ListJson.Span)!.AsArray();

        structured.Count(static tool => tool!.AsObject().Remove("outputSchema")).ShouldBeGreaterThan(20);
        JsonNode.DeepEquals(structured, plain).ShouldBeTrue();
    }

    [Fact]
    public void Schemas_are_objects_of_single_types_that_close_nothing()
    {
        foreach ((string tool, string schema) in Schemas())
        {
            JsonElement root = JsonElement.Parse(schema);
            root.GetProperty("type").GetString().ShouldBe("object", tool);
            schema.ShouldNotContain("additionalProperties");
            bool isList =
                root.GetProperty("properties").TryGetProperty("items", out JsonElement items)
                && root.TryGetProperty("required", out _);
            if (isList)
            {
                root.GetProperty("required").GetRawText().ShouldBe("""["count","items"]""", tool);
                items.GetProperty("items").TryGetProperty("required", out _).ShouldBeFalse(tool);
            }
        }
    }

    [Fact]
    public void A_schema_gives_every_field_the_type_that_its_values_are_written_with()
    {
        SandboxSession session = new();
        foreach ((string tool, string schema) in Schemas())
        {
            ResponseDefinition output = session.OutputOf(tool).ShouldNotBeNull();
            JsonElement properties = JsonElement.Parse(schema).GetProperty("properties");
            properties = output.IsList
                ? properties.GetProperty("items").GetProperty("items").GetProperty("properties")
                : properties;
            foreach (ShapeField field in output.Shape!.Fields)
            {
                string expected = field.Type switch
                {
                    FieldType.Text => "string",
                    FieldType.Number => "number",
                    FieldType.Boolean => "boolean",
                    _ => "array",
                };
                properties
                    .GetProperty(field.Name)
                    .GetProperty("type")
                    .GetString()
                    .ShouldBe(expected, $"{tool} {field.Name}");
            }
        }
    }

    private static IEnumerable<string> Names(JsonElement element) =>
        element.EnumerateObject().Select(static member => member.Name);

    private static ToolInventory Inventory(bool isStructured) =>
        new(
            EmittedCatalog.Instance,
            ToolPolicy.Create(new ToolPolicyOptions { Personas = "core,all" }, EmittedCatalog.Instance)
        )
        {
            IsStructured = isStructured,
        };

    private static Dictionary<string, string> Schemas() =>
        JsonElement
            .Parse(Inventory(isStructured: true).StructuredListJson.Span)
            .EnumerateArray()
            .Where(static tool => tool.TryGetProperty("outputSchema", out _))
            .ToDictionary(
                static tool => tool.GetProperty("name").GetString()!,
                static tool => tool.GetProperty("outputSchema").GetRawText()
            );
}
