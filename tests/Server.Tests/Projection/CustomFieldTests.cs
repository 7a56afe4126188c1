using ClickUpMcp.Projection;

namespace ClickUpMcp.Tests.Projection;

/// <summary>The table of facts on custom fields: every type in each form it was seen in.</summary>
public class CustomFieldTests
{
    private const string Options =
        "\"type_config\":{\"options\":[{\"id\":\"aa\",\"name\":\"Alpha\",\"label\":\"LA\",\"orderindex\":0},{\"id\":\"bb\",\"name\":\"Beta\",\"label\":\"LB\",\"orderindex\":\"1\"}]}";

    private const string Labels =
        "\"type_config\":{\"options\":[{\"id\":\"aa\",\"label\":\"Red\",\"color\":\"#f00\"},{\"id\":\"bb\",\"label\":\"Blue\"}]}";

    [Theory]
    [InlineData("drop_down", Options, "0", "Alpha")]
    [InlineData("drop_down", Options, "1", "Beta")]
    [InlineData("drop_down", Options, "\"1\"", "Beta")]
    [InlineData("drop_down", Options, "\"bb\"", "Beta")]
    [InlineData("drop_down", Options, "7", "7")]
    [InlineData("labels", Labels, "[\"bb\",\"aa\"]", "Blue, Red")]
    [InlineData("labels", Labels, "[{\"id\":\"aa\"}]", "Red")]
    [InlineData("labels", Labels, "[]", null)]
    [InlineData("labels", Labels, "null", null)]
    [InlineData("drop_down", Options, "null", null)]
    [InlineData("drop_down", Options, "\"aa\"", "Alpha")]
    [InlineData(
        "users",
        "\"x\":1",
        "[{\"id\":1,\"username\":\"Ada\"},{\"id\":2,\"email\":\"b@c.d\"},{\"id\":3}]",
        "Ada, b@c.d, 3"
    )]
    [InlineData("tasks", "\"x\":1", "[{\"id\":\"1\",\"name\":\"T\"}]", "T")]
    [InlineData("date", "\"x\":1", "\"1797025200000\"", "2026-12-11T22:40")]
    [InlineData("date", "\"x\":1", "\"1796785200000\"", "2026-12-09")]
    [InlineData("checkbox", "\"x\":1", "\"true\"", "yes")]
    [InlineData("checkbox", "\"x\":1", "false", "no")]
    [InlineData("checkbox", "\"x\":1", "null", null)]
    [InlineData("number", "\"x\":1", "\"8\"", "8")]
    [InlineData("number", "\"x\":1", "8.5", "8.5")]
    [InlineData("currency", "\"type_config\":{\"currency_type\":\"EUR\"}", "\"8\"", "8 EUR")]
    [InlineData("emoji", "\"type_config\":{\"count\":5}", "\"3\"", "3/5")]
    [InlineData("manual_progress", "\"type_config\":{\"start\":0,\"end\":40}", "{\"current\":\"30\"}", "30/40")]
    [InlineData("manual_progress", "\"x\":1", "{\"current\":30,\"percent_completed\":75}", "75%")]
    [InlineData("automatic_progress", "\"x\":1", "{\"percent_complete\":33}", "33%")]
    [InlineData(
        "location",
        "\"x\":1",
        "{\"location\":{\"lat\":1.5,\"lng\":2},\"formatted_address\":\"Rome, Italy\"}",
        "Rome, Italy"
    )]
    [InlineData("location", "\"x\":1", "{\"location\":{\"lat\":1.5,\"lng\":2}}", "1.5,2")]
    [InlineData("attachment", "\"x\":1", "[{\"id\":\"1.png\",\"title\":\"Plan.png\"}]", "Plan.png")]
    [InlineData("short_text", "\"x\":1", "\"a\\nb\"", "a b")]
    [InlineData("text", "\"x\":1", "\"\"", null)]
    [InlineData("formula", "\"x\":1", "\"42\"", "42")]
    [InlineData("something_new", "\"x\":1", "{\"name\":\"N\"}", "N")]
    [InlineData("drop_down", "\"type_config\":null", "{\"a\":[]}", null)]
    public void Each_type_is_shown_by_name(string type, string config, string value, string? expected) =>
        CustomFieldReader
            .Read(
                RawTasks.Parse($$"""{"id":"f","name":"F","type":"{{type}}",{{config}},"value":{{value}}}"""),
                TestZones.Berlin
            )
            .ShouldBe(expected);

    [Fact]
    public void Names_and_values_that_hold_the_marks_around_them_are_quoted()
    {
        ShapeField field = new("custom_fields", "custom_fields", FieldKind.CustomFields, DetailLevel.Summary);
        FieldReader
            .Read(
                RawTasks.Parse(
                    """{"custom_fields":[{"name":"A=B","type":"text","value":"1; C=2"},{"name":"D","type":"text","value":"3"},{"name":"E","type":"text"}]}"""
                ),
                field,
                TestZones.Utc
            )!
            .Line.ShouldBe("\"\\\"A=B\\\"=1; C=2\"; D=3");
    }
}
