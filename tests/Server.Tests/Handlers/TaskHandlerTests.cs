using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Handlers;

/// <summary>Creating, changing and relating tasks: what is asked for happens, and what ClickUp ignores is said.</summary>
public sealed class TaskHandlerTests
{
    private const string Rich = SandboxSeed.RichTaskId;
    private const string Second = SandboxSeed.SecondTaskId;

    private readonly SandboxSession _session = new();

    [Fact]
    public async Task A_new_task_has_its_type_and_fields_by_name()
    {
        ToolResult created = await _session.CallAsync(
            "create_task",
            """
            {"list":"API","name":"Raise the limits","task_type":"Bug","assignees":["Carla Rossi"],"tags":["tech debt"],
             "custom_fields":[{"field":"Effort","value":5},{"field":"Severity","value":"major"},
              {"field":"Go-Live","value":"2026-12-24 15:30"},{"field":"Root Cause","value":"Load"}]}
            """
        );

        created.IsError.ShouldBeFalse(created.Text);
        created.Text.ShouldContain("Effort=5");
        created.Text.ShouldContain("Severity=Major");
        created.Text.ShouldContain("Go-Live=2026-12-24T15:30");
        created.Text.ShouldContain("Root Cause=Load");
        created.Text.ShouldNotContain("did not apply");
        _session.Sent[^1].Body.ShouldContain("\"custom_item_id\":1001");
    }

    [Fact]
    public async Task A_field_of_another_task_type_is_reported_as_not_kept()
    {
        ToolResult created = await _session.CallAsync(
            "create_task",
            """{"list":"API","name":"Plain","custom_fields":[{"field":"Root Cause","value":"Load"}]}"""
        );

        created.IsError.ShouldBeFalse(created.Text);
        created.Text.ShouldContain("did not apply: custom field Root Cause");
    }

    [Theory]
    [InlineData("create_task", """{"list":"API","name":"x","custom_fields":[{"field":"Severity","value":"huge"}]}""")]
    [InlineData("create_task", """{"list":"API","name":"x","custom_fields":[{"field":"Budget","value":3}]}""")]
    [InlineData("update_task", """{"task":"27075wz","name":"x","custom_fields":[{"field":"Effort","value":"much"}]}""")]
    public async Task A_field_value_that_does_not_fit_is_refused_before_anything_is_sent(string tool, string arguments)
    {
        ToolResult result = await _session.CallAsync(tool, arguments);

        result.IsError.ShouldBeTrue(result.Text);
        _session.Sent.ShouldAllBe(request => request.Method == "GET");
    }

    [Fact]
    public async Task An_update_sets_fields_too_and_shows_the_task_as_it_is_then()
    {
        ToolResult changed = await _session.CallAsync(
            "update_task",
            $$"""
            {"task":"{{Rich}}","status":"In Review","priority":"low","clear":["due"],"add_assignees":["David Kim"],
             "custom_fields":[{"field":"Effort","value":8},{"field":"Approved","value":false}]}
            """
        );

        changed.IsError.ShouldBeFalse(changed.Text);
        changed.Text.ShouldContain("status: in review");
        changed.Text.ShouldContain("priority: low");
        changed.Text.ShouldContain("Effort=8");
        changed.Text.ShouldContain("Approved=no");
        changed.Text.ShouldContain("David Kim");
        changed.Text.ShouldNotContain("due:");
        changed.Text.ShouldNotContain("did not apply");
        _session.Sent.Count(request => request.Method == "PUT").ShouldBe(1);
        _session.Sent.Count(request => request.Method == "POST").ShouldBe(2);
    }

    [Fact]
    public async Task An_update_of_fields_alone_sends_no_update()
    {
        await _session.CallAsync(
            "update_task",
            $$"""{"task":"{{Rich}}","custom_fields":[{"field":"Effort","value":8}]}"""
        );

        _session.Sent.ShouldNotContain(request => request.Method == "PUT");
    }

    [Fact]
    public async Task People_who_are_not_kept_are_named()
    {
        ToolResult changed = await _session.CallAsync(
            "update_task",
            $$"""{"task":"{{Rich}}","add_assignees":["99"]}"""
        );

        changed.Text.ShouldContain("did not apply: add_assignees 99");
    }

    [Fact]
    public async Task A_task_moves_with_the_status_of_the_same_name()
    {
        ToolResult moved = await _session.CallAsync("move_task", $$"""{"task":"{{Second}}","list":"Web App"}""");

        moved.IsError.ShouldBeFalse(moved.Text);
        moved.Text.ShouldContain("from list API to Web App; its status is in progress");
        (await _session.CallAsync("get_task", $$"""{"task":"{{Second}}"}""")).Text.ShouldContain("list: Web App");
    }

    [Fact]
    public async Task A_status_that_the_new_list_lacks_is_asked_for_with_the_valid_ones()
    {
        const string Arguments = $$"""{"task":"{{Second}}","list":"{{SandboxSeed.BackendBugsListId}}" """;

        ToolResult refused = await _session.CallAsync("move_task", Arguments + "}");
        ToolResult unknown = await _session.CallAsync("move_task", Arguments + ",\"status\":\"in progress\"}");
        _session.Sent.ShouldAllBe(request => request.Method == "GET");
        ToolResult moved = await _session.CallAsync("move_task", Arguments + ",\"status\":\"FIXING\"}");

        refused.IsError.ShouldBeTrue();
        refused.Text.ShouldContain("has no status in progress");
        refused.Text.ShouldContain("confirmed");
        unknown.IsError.ShouldBeTrue();
        unknown.Text.ShouldContain("confirmed");
        moved.Text.ShouldContain("to Bugs; its status is fixing");
    }

    [Fact]
    public async Task A_move_says_which_fields_stay_behind_and_can_carry_some()
    {
        const string Arguments = $$"""{"task":"{{Rich}}","list":"Inbox","status":"to do" """;

        ToolResult plain = await _session.CallAsync("move_task", Arguments + "}");
        ToolResult carried = await new SandboxSession().CallAsync(
            "move_task",
            Arguments + ",\"custom_fields\":[\"Effort\"]}"
        );

        plain.Text.ShouldContain("does not show its custom fields ");
        plain.Text.ShouldContain("Effort");
        carried.Text.ShouldContain("Severity");
        carried.Text.ShouldNotContain("Effort");
    }

    [Fact]
    public async Task Nothing_is_moved_to_where_it_is()
    {
        ToolResult result = await _session.CallAsync("move_task", $$"""{"task":"{{Rich}}","list":"API"}""");

        result.Text.ShouldContain("is in list API already");
        _session.Sent.ShouldAllBe(request => request.Method == "GET");
    }

    [Fact]
    public async Task A_further_list_is_added_and_left_again()
    {
        const string Arguments = $$"""{"task":"{{Second}}","list":"Web App"}""";

        (await _session.CallAsync("add_task_to_list", Arguments)).Text.ShouldContain("is in list Web App");
        (await _session.CallAsync("remove_task_from_list", Arguments)).Text.ShouldContain("is not in list Web App");
    }

    [Fact]
    public async Task An_add_that_ClickUp_ignores_is_an_error()
    {
        ToolResult result = await _session.CallAsync(
            "add_task_to_list",
            $$"""{"task":"{{Second}}","list":"Newsletter"}"""
        );

        result.IsError.ShouldBeTrue();
        result.Text.ShouldContain("did not apply: list");
        result.Text.ShouldContain("Tasks in Multiple Lists");
    }

    [Fact]
    public async Task A_task_cannot_leave_its_home()
    {
        ToolResult result = await _session.CallAsync("remove_task_from_list", $$"""{"task":"{{Rich}}","list":"API"}""");

        result.IsError.ShouldBeTrue();
        result.Text.ShouldContain("move_task");
    }

    [Fact]
    public async Task Related_tasks_are_told_from_each_side()
    {
        ToolResult rich = await _session.CallAsync("get_task_links", $$"""{"task":"{{Rich}}"}""");
        ToolResult second = await _session.CallAsync("get_task_links", $$"""{"task":"{{Second}}"}""");

        rich.Text.ShouldContain($"depends_on\t{Second}");
        rich.Text.ShouldContain("blocks\t");
        rich.Text.ShouldContain("linked\t");
        second.Text.ShouldContain("blocks");
        second.Text.ShouldContain(Rich);
    }

    [Fact]
    public async Task A_dependency_has_one_direction()
    {
        ToolResult both = await _session.CallAsync(
            "add_task_dependency",
            $$"""{"task":"{{Rich}}","depends_on":"{{Second}}","dependency_of":"{{Second}}"}"""
        );
        ToolResult none = await _session.CallAsync("add_task_dependency", $$"""{"task":"{{Rich}}"}""");

        both.IsError.ShouldBeTrue();
        none.IsError.ShouldBeTrue();
        _session.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Times_in_status_are_one_row_per_task()
    {
        ToolResult result = await _session.CallAsync(
            "get_time_in_status",
            $$"""{"tasks":["{{Rich}}","{{Second}}"],"workspace":"Acme"}"""
        );

        result.Text.ShouldContain("2 tasks");
        result.Text.ShouldContain("to do 8h, in progress ");
    }
}
