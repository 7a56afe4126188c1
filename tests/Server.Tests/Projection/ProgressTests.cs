using ClickUpMcp.Projection;

namespace ClickUpMcp.Tests.Projection;

/// <summary>Progress on any scale, as numbers or as strings, as a fraction or as a percentage.</summary>
public sealed class ProgressTests
{
    [Theory]
    [InlineData("""{"start":0,"end":100}""", """{"current":20,"percent_completed":0.2}""", "20/100")]
    [InlineData("""{"start":"0","end":"100"}""", """{"current":"20","percent_completed":"0.2"}""", "20/100")]
    [InlineData("""{"end":40}""", """{"current":"30.0"}""", "30/40")]
    [InlineData("""{"start":0,"end":"2.50"}""", """{"current":0.5}""", "0.5/2.5")]
    [InlineData("""{"start":10,"end":20}""", """{"current":15,"percent_completed":0.5}""", "15 (10 to 20, 50%)")]
    [InlineData("""{"start":"10","end":"20"}""", """{"current":"15"}""", "15 (10 to 20, 50%)")]
    [InlineData("""{"start":20,"end":10}""", """{"current":15}""", "15 (20 to 10, 50%)")]
    [InlineData("""{"start":-5,"end":1}""", """{"current":-3}""", "-3 (-5 to 1, 33.3%)")]
    [InlineData("""{"start":7,"end":7}""", """{"current":7}""", "7 (7 to 7)")]
    [InlineData("""{"start":0,"end":100}""", "\"25\"", "25/100")]
    [InlineData("""{"start":0,"end":100}""", "25", "25/100")]
    [InlineData("{}", """{"percent_completed":0.25}""", "25%")]
    [InlineData("{}", """{"percent_completed":"0.333333"}""", "33.3%")]
    [InlineData("{}", """{"percent_completed":1}""", "100%")]
    [InlineData("{}", """{"percent_completed":75}""", "75%")]
    [InlineData("{}", """{"current":30}""", "30")]
    [InlineData("{}", """{"odd":[1]}""", """{"odd":[1]}""")]
    public void Progress_set_by_hand_is_on_its_scale(string config, string value, string expected) =>
        Show("manual_progress", config, value).ShouldBe(expected);

    [Theory]
    [InlineData("""{"percent_complete":33}""", "33%")]
    [InlineData("""{"percent_complete":"66.6667"}""", "66.7%")]
    [InlineData("""{"percent_complete":0.5}""", "50%")]
    [InlineData("""{"percent_complete":1}""", "1%")]
    [InlineData("""{"percent_complete":0}""", "0%")]
    [InlineData("\"40\"", "40%")]
    public void Computed_progress_is_a_percentage(string value, string expected) =>
        Show("automatic_progress", """{"complete_on":3}""", value).ShouldBe(expected);

    [Theory]
    [InlineData("text", "{}", "\"if x:\\n    y()\"", "if x:\n    y()")]
    [InlineData("currency", """{"currency_type":"EUR"}""", "\"12.50\"", "12.5 EUR")]
    [InlineData("emoji", """{"count":"5"}""", "\"3\"", "3/5")]
    [InlineData("number", "{}", "\"8.0\"", "8")]
    [InlineData("something_new", "{}", """{"odd":{"a":1}}""", """{"odd":{"a":1}}""")]
    [InlineData("location", "{}", """{"place":"x"}""", """{"place":"x"}""")]
    [InlineData("users", "{}", """[{"id":1,"username":null,"email":"a@b.c"},{"odd":1}]""", """a@b.c, {"odd":1}""")]
    public void Other_types_keep_what_they_hold(string type, string config, string value, string expected) =>
        Show(type, config, value).ShouldBe(expected);

    [Fact]
    public void Lines_of_a_value_cannot_pass_for_another_field()
    {
        ShapeDefinition shape = new(
            "task",
            "tasks",
            [new("custom_fields", "custom_fields", FieldKind.CustomFields, DetailLevel.Names)]
        );
        const string Task =
            """{"custom_fields":[{"name":"Notes","type":"text","value":"one\nApproved=yes"},{"name":"B","type":"text","value":"2"}]}""";

        new TestProjector(OutputFormat.Text)
            .One(RawTasks.Parse(Task), shape, DetailLevel.Names, new(), "UTC")
            .ShouldBe("custom_fields:\n  Notes=one\n    Approved=yes\n  B=2");
    }

    private static string? Show(string type, string config, string value) =>
        CustomFieldReader.Read(
            RawTasks.Parse($$"""{"id":"f","name":"F","type":"{{type}}","type_config":{{config}},"value":{{value}}}"""),
            TestZones.Berlin
        );
}
