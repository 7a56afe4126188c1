using System.Text.Json;
using ClickUpMcp.Generators.Emit;
using ClickUpMcp.Generators.Model;
using ClickUpMcp.Generators.Spec;

namespace ClickUpMcp.Generators.Tests.Emit;

/// <summary>What the schema of structured content says of each kind of field.</summary>
public sealed class OutputSchemaTests
{
    private static readonly string[] Lists =
    [
        "Strings",
        "CustomFields",
        "Checklists",
        "ChecklistItems",
        "FieldOptions",
    ];

    [Fact]
    public void Every_kind_of_field_has_one_type_and_a_path_through_an_array_makes_an_array()
    {
        foreach (string kind in WordSets.FieldKinds.Words.Select(CSharpNames.Pascal))
        {
            string single = kind switch
            {
                "Number" or "Count" => """{"type":"number"}""",
                "Boolean" => """{"type":"boolean"}""",
                _ => """{"type":"string"}""",
            };
            const string Many = """{"type":"array","items":{"type":"string"}}""";
            SchemaOf(kind, "x.y").ShouldBe(Lists.Contains(kind) ? Many : single, kind);
            SchemaOf(kind, "x[].y").ShouldBe(Many, kind);
        }
    }

    [Fact]
    public void Raw_items_come_first_then_the_fields_in_their_order() =>
        JsonElement
            .Parse(OutputSchemaEmitter.Properties(SampleModels.Task))
            .EnumerateObject()
            .Select(static property => property.Name)
            .ShouldBe(["raw", .. SampleModels.Task.Fields.Select(static field => field.Name)]);

    private static string SchemaOf(string kind, string path)
    {
        ShapeModel shape = new("s", "s", new([new ShapeFieldModel("x", path, kind, "Names", 0)]));
        return JsonElement.Parse(OutputSchemaEmitter.Properties(shape)).GetProperty("x").GetRawText();
    }
}
