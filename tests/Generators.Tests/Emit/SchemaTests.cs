using System.Text.Json;
using ClickUpMcp.Generators.Emit;
using ClickUpMcp.Generators.Model;
using ClickUpMcp.Tools.Binding;

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
            using JsonDocument contract = JsonDocument.Parse(ToolDefinition.Contract(tool));
            contract.RootElement.GetProperty("type").GetString().ShouldBe("object");
            Check(contract.RootElement, isAnything: false);
        }
    }

    [Fact]
    public void The_listed_schema_only_leaves_things_out_of_the_contract()
    {
        RandomTools random = new(12);
        int shorter = 0;
        foreach (ToolModel tool in SampleModels.Tools.Concat(Enumerable.Range(0, 300).Select(random.Next)))
        {
            string contract = ToolDefinition.Contract(tool);
            using JsonDocument whole = JsonDocument.Parse(contract);
            using JsonDocument listed = JsonDocument.Parse(ToolDefinition.Listed(tool));
            JsonElement schema = listed.RootElement.GetProperty("inputSchema");
            CheckLeftOut(schema, whole.RootElement);
            CheckTyped(schema);
            shorter += schema.GetRawText().Length < contract.Length ? 1 : 0;
        }

        shorter.ShouldBeGreaterThan(250);
    }

    [Fact]
    public void An_unlisted_argument_is_in_the_contract_alone_unless_it_is_required()
    {
        ArgumentModel hidden = SampleModels.Argument("hidden", SampleModels.Text()) with { Listed = false };
        ToolModel tool = SampleModels.GetTask with { Arguments = new([hidden]) };
        ToolModel required = tool with { Arguments = new([hidden with { Required = true }]) };

        ToolDefinition.Contract(tool).ShouldContain("\"hidden\"");
        ToolDefinition.Listed(tool).ShouldNotContain("\"hidden\"");
        ToolDefinition.Listed(required).ShouldContain("\"hidden\"");
    }

    [Fact]
    public void A_definition_says_only_what_differs_from_the_defaults() =>
        ToolDefinition
            .Listed(SampleModels.GetTask with { Arguments = default })
            .ShouldBe(
                """
                {"name":"get_task","description":"Gets one task by name, id or custom id. Use search_tasks to find several.","inputSchema":{"type":"object"},"annotations":{"readOnlyHint":true}}
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
        using JsonDocument document = JsonDocument.Parse(ToolDefinition.Listed(tool));

        document.RootElement.TryGetProperty("annotations", out JsonElement annotations).ShouldBe(expected is not null);
        (expected is null ? null : annotations.GetRawText()).ShouldBe(expected);
    }

    [Fact]
    public void A_title_that_only_repeats_the_name_is_left_out()
    {
        ToolDefinition.Listed(SampleModels.GetTask).ShouldNotContain("\"title\"");
        ToolDefinition
            .Listed(SampleModels.GetTask with { Title = "Get a task" })
            .ShouldContain("\"title\":\"Get a task\"");
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Each_type(string expected, int index)
    {
        JsonText json = new();
        SchemaWriter.WriteContract(json, new([Shapes[index].Argument]));

        string properties =
            $"{{\"type\":\"object\",\"properties\":{{\"x\":{expected}}},\"additionalProperties\":false}}";
        json.ToString().ShouldBe(properties);
    }

    private static readonly (string Json, ArgumentModel Argument)[] Shapes =
    [
        ("""{"type":"string"}""", X(SampleModels.Text(minLength: 0))),
        ("""{"type":"string","minLength":1,"maxLength":9}""", X(SampleModels.Text(9, minLength: 1))),
        (
            """{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f]*$"}""",
            X(SampleModels.Text(format: StringFormat.SingleLine))
        ),
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
        ("""{"type":"object"}""", X(SampleModels.Of(TypeKind.Json) with { Holds = "Object" })),
        (
            """{"type":"array","items":{"type":"object"}}""",
            X(SampleModels.Of(TypeKind.Json) with { Holds = "Objects" })
        ),
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

    private static void CheckLeftOut(JsonElement listed, JsonElement whole)
    {
        foreach (JsonProperty member in listed.EnumerateObject())
        {
            bool isKept = whole.TryGetProperty(member.Name, out JsonElement original);
            // A value of any kind has no type in the contract; lists call it a string, since some providers want a type.
            if (!isKept && member.Name == "type" && member.Value.GetString() == "string")
            {
                continue;
            }

            isKept.ShouldBeTrue(member.Name);
            if (member.Value.ValueKind == JsonValueKind.Object)
            {
                CheckLeftOut(member.Value, original);
            }
            else
            {
                member.Value.GetRawText().ShouldBe(original.GetRawText(), member.Name);
            }
        }
    }

    private static void CheckTyped(JsonElement schema)
    {
        string type = schema.GetProperty("type").GetString()!;
        type.ShouldBeOneOf("object", "array", "string", "boolean", "integer", "number");
        if (type == "array")
        {
            CheckTyped(schema.GetProperty("items"));
        }

        if (type == "object" && schema.TryGetProperty("properties", out JsonElement properties))
        {
            foreach (JsonProperty member in properties.EnumerateObject())
            {
                CheckTyped(member.Value);
            }
        }
    }

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
