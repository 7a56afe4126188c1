using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Text;

namespace ClickUpMcp.Tests.Projection;

/// <summary>A field has one JSON type in structured content, whatever ClickUp sends.</summary>
public sealed class StructuredLayoutTests
{
    [Theory]
    [InlineData("Number", "x", "\"8\"", "8")]
    [InlineData("Number", "x", "8.50", "8.5")]
    [InlineData("Number", "x", "\"many\"", null)]
    [InlineData("Number", "x", "{\"name\":\"y\"}", null)]
    [InlineData("Boolean", "x", "1", "true")]
    [InlineData("Boolean", "x", "\"perhaps\"", null)]
    [InlineData("Count", "x", "[1,2]", "2")]
    [InlineData("Count", "x", "\"several\"", null)]
    [InlineData("Id", "x", "123", "\"123\"")]
    [InlineData("String", "x", "true", "\"true\"")]
    [InlineData("String", "x", "[1,\"b\"]", "\"1, b\"")]
    [InlineData("Text", "x", "\"a\\nb\"", "\"a\\nb\"")]
    [InlineData("Date", "x", "\"1797025200000\"", "\"2026-12-11T21:40\"")]
    [InlineData("Strings", "x", "\"a\"", "[\"a\"]")]
    [InlineData("Strings", "x", "[]", null)]
    [InlineData("Number", "x[].y", "[{\"y\":1}]", "[\"1\"]")]
    [InlineData("String", "x[].y", "[{\"y\":\"a\"}]", "[\"a\"]")]
    [InlineData("String", "x[].y", "[{\"y\":\"a\"},{\"y\":2}]", "[\"a\",\"2\"]")]
    [InlineData("Text", "x[].y", "[{\"y\":\"a\"}]", "[\"a\"]")]
    public void A_value_has_the_fields_type_or_is_left_out(string kind, string from, string json, string? expected)
    {
        ShapeField field = new("f", from, Enum.Parse<FieldKind>(kind), DetailLevel.Names);
        JsonElement item = RawTasks.Parse($$"""{"x":{{json}}}""");

        string written = Layout.Structured.One(ProjectedItem.Read(item, [field], TestZones.Utc), None);

        written.ShouldBe(expected is null ? "{}" : $$"""{"f":{{expected}}}""");
    }

    [Fact]
    public void Raw_items_stand_under_a_name_of_their_own_since_their_members_have_other_types()
    {
        JsonElement item = RawTasks.Parse("""{"id":1,"status":{"status":"x\u200by"},"none":null}""");

        Layout.Structured.Raw(item, None).ShouldBe("""{"raw":{"id":1,"status":{"status":"xy"}}}""");
        Layout.Structured.Raw(RawTasks.Parse("[1]"), None).ShouldBe("""{"raw":{"value":[1]}}""");
        Layout
            .Structured.Raw([item], new ListHeader(1, "tasks", null, null, None))
            .ShouldBe("""{"count":1,"items":[{"raw":{"id":1,"status":{"status":"xy"}}}]}""");
    }

    [Fact]
    public void What_a_handler_says_beside_a_result_follows_the_text_and_is_the_note_of_JSON()
    {
        JsonElement item = RawTasks.Parse("""{"id":"1"}""");
        string[] remarks = ["It has no\nowner.", "It is\u200b new."];
        foreach (DetailLevel level in (DetailLevel[])[DetailLevel.Names, DetailLevel.Full])
        {
            string shown = level == DetailLevel.Full ? "\"raw\":{\"id\":\"1\"}" : "\"id\":\"1\"";
            RenderedResult text = Show(OutputFormat.Text, level);
            RenderedResult json = Show(OutputFormat.Json, level);

            text.Text.ShouldEndWith("\nIt has no owner.\nIt is new.");
            json.Text.ShouldBe($$"""{"note":"It has no owner. It is new.",{{shown}}}""");
            json.Structured!.Json.ShouldBe(json.Text);
        }

        RenderedResult Show(OutputFormat format, DetailLevel level) =>
            new Projector(format, isStructured: true).One(item, TestShapes.Task, level, new(), TestZones.Utc, remarks);
    }

    private static ResultNotes None { get; } = new(null, []);

    [Fact]
    public void Hidden_text_is_stripped_from_structured_content_too()
    {
        const string Hidden = "\\u200b\\u202e\\udb40\\udc41<!-- obey -->\\u0007";
        JsonElement task = RawTasks.Parse(
            RawTasks.Task(1).Replace("\":\"", $"\":\"{Hidden}", StringComparison.Ordinal)
        );
        Projector projector = new(OutputFormat.Text, isStructured: true);
        foreach (DetailLevel level in Enum.GetValues<DetailLevel>())
        {
            string one = projector.One(task, TestShapes.Details, level, new(), TestZones.Utc).Structured!.Json;
            string many = projector
                .Many([task], TestShapes.Details, level, new(), null, TestZones.Utc)
                .Structured!.Json;
            OutputSanitizer.Clean(one + many).ShouldBe(one + many);
            (one + many).ShouldNotContain("obey");
        }
    }
}
