using System.Text.Json;
using ClickUpMcp.Generators.Emit;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Tests.Emit;

/// <summary>What clients read: definitions that every model provider accepts, and not a byte too many.</summary>
public sealed class SchemaTests
{
    private static readonly string[] Combinators = ["anyOf", "oneOf", "allOf", "not", "if", "$ref", "format"];

    [Fact]
    public void Every_schema_is_closed_and_of_single_types()
    {
        RandomTools random = new(11);
        IEnumerable<ToolModel> tools = SampleModels.Tools.Concat(Enumerable.Range(0, 300).Select(random.Next));
        foreach (ToolModel tool in tools)
        {
            using JsonDocument document = JsonDocument.Parse(ToolDefinition.Of(tool).Json);
            JsonElement schema = document.RootElement.GetProperty("inputSchema");
            schema.GetProperty("type").GetString().ShouldBe("object");
            Check(schema, isAnything: false);
        }
    }

    [Fact]
    public void The_schema_is_the_slice_that_the_descriptor_takes()
    {
        ToolDefinition definition = ToolDefinition.Of(SampleModels.UpdateEverything);
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(definition.Json);

        using JsonDocument slice = JsonDocument.Parse(bytes.AsMemory(definition.SchemaStart, definition.SchemaLength));
        using JsonDocument whole = JsonDocument.Parse(bytes);
        JsonElement.DeepEquals(slice.RootElement, whole.RootElement.GetProperty("inputSchema")).ShouldBeTrue();
    }

    [Fact]
    public void A_definition_says_only_what_differs_from_the_defaults() =>
        ToolDefinition
            .Of(SampleModels.GetTask with { Arguments = default })
            .Json.ShouldBe(
                """
                {"name":"get_task","description":"Gets one task by name, id or custom id. Use search_tasks to find several.","inputSchema":{"type":"object","additionalProperties":false},"annotations":{"readOnlyHint":true}}
                """
            );

    [Theory]
    [InlineData(true, false, true, true, """{"readOnlyHint":true}""")]
    [InlineData(true, false, true, false, """{"readOnlyHint":true,"openWorldHint":false}""")]
    [InlineData(false, false, false, true, """{"destructiveHint":false}""")]
    [InlineData(false, true, true, false, """{"idempotentHint":true,"openWorldHint":false}""")]
    [InlineData(false, true, false, true, null)]
    public void Annotations(bool readOnly, bool destructive, bool idempotent, bool openWorld, string? expected)
    {
        ToolModel tool = new()
        {
            Name = "x",
            ReadOnly = readOnly,
            Destructive = destructive,
            Idempotent = idempotent,
            OpenWorld = openWorld,
        };
        using JsonDocument document = JsonDocument.Parse(ToolDefinition.Of(tool).Json);

        document.RootElement.TryGetProperty("annotations", out JsonElement annotations).ShouldBe(expected is not null);
        (expected is null ? null : annotations.GetRawText()).ShouldBe(expected);
    }

    [Fact]
    public void A_title_that_only_repeats_the_name_is_left_out()
    {
        ToolDefinition.Of(SampleModels.GetTask).Json.ShouldNotContain("\"title\"");
        ToolDefinition
            .Of(SampleModels.GetTask with { Title = "Get a task" })
            .Json.ShouldContain("\"title\":\"Get a task\"");
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Each_type(string expected, int index)
    {
        JsonText json = new();
        SchemaWriter.WriteObject(json, new([Shapes[index].Argument]));

        string properties =
            $"{{\"type\":\"object\",\"properties\":{{\"x\":{expected}}},\"additionalProperties\":false}}";
        json.ToString().ShouldBe(properties);
    }

    private static readonly (string Json, ArgumentModel Argument)[] Shapes =
    [
        ("""{"type":"string"}""", X(SampleModels.Text(minLength: 0))),
        ("""{"type":"string","minLength":1,"maxLength":9}""", X(SampleModels.Text(9, minLength: 1))),
        ("""{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f]*$"}""", X(SampleModels.Text(format: "SingleLine"))),
        ("""{"type":"boolean","default":true}""", X(SampleModels.Of(TypeKind.Boolean)) with { Default = "true" }),
        (
            """{"type":"integer","minimum":-9007199254740991,"maximum":9007199254740991}""",
            X(SampleModels.Of(TypeKind.Integer))
        ),
        (
            """{"type":"integer","minimum":1,"maximum":5}""",
            X(SampleModels.Of(TypeKind.Integer) with { Minimum = "0.5", Maximum = "5.9" })
        ),
        ("""{"type":"number","minimum":0.5}""", X(SampleModels.Of(TypeKind.Number) with { Minimum = "0.5" })),
        ("""{"type":"string","minLength":1,"maxLength":100}""", X(SampleModels.Date())),
        ("""{"type":"string","minLength":1,"maxLength":50}""", X(SampleModels.Of(TypeKind.Duration))),
        ("""{"type":"string","minLength":1,"maxLength":300}""", X(SampleModels.Entity("Task", "list"))),
        ("""{"type":"string","enum":["é\"","b"]}""", X(SampleModels.Enum(new("é\"", "1"), new("b", "2")))),
        ("""{"description":"Any."}""", X(SampleModels.Of(TypeKind.Json)) with { Description = "Any." }),
        (
            """{"type":"array","items":{"type":"boolean"},"minItems":1,"maxItems":2,"uniqueItems":true}""",
            X(
                SampleModels.ArrayOf(SampleModels.Of(TypeKind.Boolean)) with
                {
                    MinItems = 1,
                    MaxItems = 2,
                    UniqueItems = true,
                }
            )
        ),
        (
            """{"type":"object","description":"D","properties":{"a":{"type":"boolean"}},"required":["a"],"additionalProperties":false}""",
            X(
                SampleModels.Object("R", SampleModels.Argument("a", SampleModels.Of(TypeKind.Boolean), required: true))
            ) with
            {
                Description = "D",
            }
        ),
    ];

    public static TheoryData<string, int> Types()
    {
        TheoryData<string, int> data = [];
        for (int i = 0; i < Shapes.Length; i++)
        {
            data.Add(Shapes[i].Json, i);
        }

        return data;
    }

    private static ArgumentModel X(TypeModel type) => SampleModels.Argument("x", type);

    private static void Check(JsonElement schema, bool isAnything)
    {
        schema.EnumerateObject().Select(static member => member.Name).Intersect(Combinators).ShouldBeEmpty();
        if (!schema.TryGetProperty("type", out JsonElement type))
        {
            isAnything.ShouldBeTrue();
            return;
        }

        switch (type.GetString())
        {
            case "object":
                schema.GetProperty("additionalProperties").GetBoolean().ShouldBeFalse();
                bool hasMembers = schema.TryGetProperty("properties", out JsonElement properties);
                foreach (JsonProperty member in hasMembers ? properties.EnumerateObject() : default)
                {
                    Check(member.Value, isAnything: true);
                }

                break;
            case "array":
                Check(schema.GetProperty("items"), isAnything: true);
                break;
            default:
                type.GetString().ShouldBeOneOf("string", "boolean", "integer", "number");
                break;
        }
    }
}
