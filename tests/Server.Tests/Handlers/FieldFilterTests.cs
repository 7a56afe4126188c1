using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Handlers;

/// <summary>Searching by custom fields: by name, in people's words, checked again on the result.</summary>
public sealed class FieldFilterTests
{
    private readonly SandboxSession _session = new();

    // The rich task: Customer "Customer 1", Effort 1, Severity Major, Platforms Web and Android, Approved, Go-Live today.
    [Theory]
    [InlineData("Customer", "=", "\"customer 1\"", true)]
    [InlineData("Customer", "==", "\"Customer 1\"", true)]
    [InlineData("Customer", "!=", "\"Customer\"", false)]
    [InlineData("effort", "=", "1", true)]
    [InlineData("Effort", ">", "1", false)]
    [InlineData("Effort", ">=", "1", true)]
    [InlineData("Effort", "RANGE", "[0, 2]", true)]
    [InlineData("Effort", "RANGE", "\"0, 2\"", true)]
    [InlineData("Effort", "RANGE", "[2, 9]", false)]
    [InlineData("Severity", "=", "\"major\"", true)]
    [InlineData("Severity", "ANY", "[\"Minor\", \"Major\"]", true)]
    [InlineData("Severity", "NOT ANY", "[\"Major\"]", false)]
    [InlineData("Platforms", "=", "\"Web\"", true)]
    [InlineData("Platforms", "ALL", "[\"Web\", \"Android\"]", true)]
    [InlineData("Platforms", "ALL", "\"Web, Android\"", true)]
    [InlineData("Platforms", "ALL", "[\"Web\", \"iOS\"]", false)]
    [InlineData("Stakeholders", "=", "\"me\"", true)]
    [InlineData("Stakeholders", "ANY", "[\"Carla Rossi\"]", false)]
    [InlineData("Approved", "=", "true", true)]
    [InlineData("Go-Live", "=", "\"today\"", true)]
    [InlineData("Go-Live", "<", "\"today\"", false)]
    [InlineData("Go-Live", "<=", "\"today\"", true)]
    [InlineData("Go-Live", ">", "\"yesterday\"", true)]
    [InlineData("Confidence", "=", "1", true)]
    [InlineData("Website", "IS NULL", "null", false)]
    public async Task A_filter_finds_what_it_says(string field, string comparison, string value, bool finds)
    {
        string rest = value == "null" ? "" : $",\"value\":{value}";
        ToolResult result = await _session.CallAsync(
            "get_workspace_tasks",
            $$"""
            {"lists":["{{SandboxSeed.ApiListId}}"],"detail_level":"names","workspace":"Acme","include_closed":true,
             "custom_fields":[{"field":"{{field}}","operator":"{{comparison}}"{{rest}}}]}
            """
        );

        result.IsError.ShouldBeFalse(result.Text);
        result.Text.Contains(SandboxSeed.RichTaskId, StringComparison.Ordinal).ShouldBe(finds, result.Text);
        result.Text.ShouldNotContain("that ClickUp returned");
    }

    [Fact]
    public async Task Without_a_place_fields_of_all_spaces_are_known()
    {
        ToolResult result = await _session.CallAsync(
            "get_workspace_tasks",
            """{"custom_fields":[{"field":"Channel","value":"Blog"}],"workspace":"Acme"}"""
        );

        result.IsError.ShouldBeFalse(result.Text);
    }

    [Theory]
    [InlineData("""{"field":"Nonsense","value":1}""", "No custom field is named")]
    [InlineData("""{"field":"Effort"}""", "needs a value")]
    [InlineData("""{"field":"Effort","operator":"RANGE","value":3}""", "array of two")]
    [InlineData("""{"field":"Severity","value":"huge"}""", "Blocker")]
    [InlineData("""{"field":"Site","value":"Berlin"}""", "only IS NULL")]
    [InlineData("""{"field":"Go-Live","operator":">","value":"someday"}""", "must be a date")]
    public async Task A_filter_that_cannot_be_sent_is_not_sent(string filter, string says)
    {
        ToolResult result = await _session.CallAsync(
            "get_workspace_tasks",
            $$"""{"lists":["API"],"custom_fields":[{{filter}}],"workspace":"Acme"}"""
        );

        result.IsError.ShouldBeTrue();
        result.Text.ShouldContain(says);
        _session.Sent.ShouldNotContain(request => request.Path.EndsWith("/task", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_and_the_cursor_after_it_continue_each_other()
    {
        const string Arguments = $$"""{"lists":["{{SandboxSeed.BacklogListId}}"],"workspace":"Acme","page":1}""";

        ToolResult page = await _session.CallAsync("get_workspace_tasks", Arguments);

        page.IsError.ShouldBeFalse(page.Text);
        _session.Sent[^1].Line.ShouldContain("page=1");
        page.Text.ShouldNotContain("cursor");
    }

    [Fact]
    public async Task Further_lists_count_when_asked_for()
    {
        const string Arguments = $$"""{"lists":["{{SandboxSeed.CurrentSprintListId}}"],"workspace":"Acme" """;

        (await _session.CallAsync("get_workspace_tasks", Arguments + "}")).Text.ShouldNotContain(
            SandboxSeed.RichTaskId
        );
        (await _session.CallAsync("get_workspace_tasks", Arguments + ",\"include_timl\":true}")).Text.ShouldContain(
            SandboxSeed.RichTaskId
        );
    }

    [Fact]
    public async Task Types_parents_and_dates_of_completion_filter_too()
    {
        ToolResult bugs = await _session.CallAsync(
            "get_workspace_tasks",
            """{"task_types":["Bug"],"done_after":"2 months ago","include_closed":true,"workspace":"Acme"}"""
        );

        bugs.IsError.ShouldBeFalse(bugs.Text);
        _session.Sent[^1].Line.ShouldContain("custom_items[]=1001");
        _session.Sent[^1].Line.ShouldContain("date_done_gt=");
    }
}
