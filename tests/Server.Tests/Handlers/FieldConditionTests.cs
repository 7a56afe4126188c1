using System.Text.Json;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Handlers;

namespace ClickUpMcp.Tests.Handlers;

/// <summary>The check of tasks that ClickUp returned although they do not pass a custom field filter.</summary>
public sealed class FieldConditionTests
{
    private const string Choices = """{"options":[{"id":"a","orderindex":0},{"id":"b","orderindex":"1"}]}""";

    [Theory]
    [InlineData("number", "\"8\"", "=", "8", true)]
    [InlineData("number", "8", ">", "7.5", true)]
    [InlineData("number", "8", "<", "7.5", false)]
    [InlineData("number", null, "<", "7", false)]
    [InlineData("number", null, "!=", "7", true)]
    [InlineData("number", null, "IS NULL", null, true)]
    [InlineData("number", "0", "IS NULL", null, false)]
    [InlineData("number", "5", "RANGE", "[5,9]", true)]
    [InlineData("date", "\"1700000000000\"", "RANGE", "[1699990000000,1700010000000]", true)]
    [InlineData("text", "\"Hello World\"", "=", "\"world\"", true)]
    [InlineData("text", "\"Hello World\"", "==", "\"world\"", false)]
    [InlineData("drop_down", "1", "=", "\"b\"", true)]
    [InlineData("drop_down", "0", "=", "\"b\"", false)]
    [InlineData("labels", "[\"a\",\"b\"]", "ALL", "[\"a\",\"b\"]", true)]
    [InlineData("labels", "[\"a\"]", "NOT ALL", "[\"a\",\"b\"]", true)]
    [InlineData("users", "[{\"id\":7,\"username\":\"x\"}]", "ANY", "[7,8]", true)]
    [InlineData("users", "[{\"id\":7}]", "NOT ANY", "[7]", false)]
    [InlineData("checkbox", "\"true\"", "=", "true", true)]
    [InlineData("checkbox", null, "=", "false", true)]
    [InlineData("checkbox", null, "=", "true", false)]
    [InlineData("manual_progress", "{\"current\":40}", ">=", "40", true)]
    [InlineData("formula", "\"?\"", ">", "3", true)]
    public void A_task_passes_or_not(string type, string? held, string comparison, string? value, bool passes)
    {
        CustomFieldInfo field = new("f", "Field", type, default);
        string shown = held is null ? "" : $",\"value\":{held}";
        JsonElement task = TestJson(
            $$"""{"custom_fields":[{"id":"x","value":1},{"id":"f","type":"{{type}}","type_config":{{Choices}}{{shown}}}]}"""
        );

        new FieldCondition(field, comparison, value is null ? null : TestJson(value)).Matches(task).ShouldBe(passes);
    }

    private static JsonElement TestJson(string json) => JsonElement.Parse(json);
}
