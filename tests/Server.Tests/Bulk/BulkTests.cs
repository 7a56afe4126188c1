using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Bulk;

/// <summary>One call does for many tasks what a call of its own does for each: all are valid before the first changes.</summary>
public sealed class BulkTests
{
    private readonly SandboxSession _session = new();

    [Fact]
    public async Task Tasks_named_by_id_change_with_one_request_each()
    {
        string[] ids = await IdsAsync(14);
        int before = _session.Sent.Count;

        ToolResult result = await _session.CallAsync(
            "update_task",
            $$"""{"priority":"urgent","tasks":[{{Quoted(ids)}}]}"""
        );

        result.IsError.ShouldBeFalse(result.Text);
        result.Text.ShouldContain("14 of 14 done");
        Writes(before).Length.ShouldBe(14);
        (_session.Sent.Count - before).ShouldBeLessThanOrEqualTo(18);
        foreach (string id in ids)
        {
            result.Text.ShouldContain(id);
        }
    }

    [Fact]
    public async Task Filters_choose_the_tasks_that_change()
    {
        int before = _session.Sent.Count;

        ToolResult result = await _session.CallAsync(
            "update_task",
            """{"priority":"low","where":{"lists":["90152000001"],"include_closed":true}}"""
        );

        result.IsError.ShouldBeFalse(result.Text);
        int writes = Writes(before).Length;
        writes.ShouldBeGreaterThan(3);
        result.Text.ShouldNotContain("where fits");
        result.Text.ShouldContain($"{writes} of {writes} done");
        (_session.Sent.Count - before - writes).ShouldBeLessThanOrEqualTo(4);
    }

    [Fact]
    public async Task Who_wants_ids_alone_gets_them_on_one_line()
    {
        string[] ids = await IdsAsync(3);

        ToolResult result = await _session.CallAsync(
            "update_task",
            $$"""{"priority":"low","tasks":[{{Quoted(ids)}}],"fields":["id"]}"""
        );

        result.Text.ShouldBe($"update_task: 3 of 3 done.\nDone: {string.Join(", ", ids)}");
    }

    [Fact]
    public async Task Filters_that_fit_nothing_say_so()
    {
        ToolResult result = await _session.CallAsync(
            "update_task",
            """{"priority":"low","where":{"lists":["90152000001"],"statuses":["fixed"],"tags":["frontend","backend","bug"]}}"""
        );

        result.Text.ShouldStartWith("where fits nothing.");
        result.Text.ShouldEndWith("Nothing was done.");
    }

    [Fact]
    public async Task One_bad_item_keeps_all_from_changing()
    {
        string[] ids = await IdsAsync(3);
        int before = _session.Sent.Count;

        ToolResult result = await _session.CallAsync(
            "update_task",
            $$"""{"tasks":[{"task":"{{ids[0]}}","priority":"low"},{"task":"{{ids[1]}}","priority":"lowest"},{"task":"{{ids[2]}}","nme":"x"}]}"""
        );

        result.IsError.ShouldBeTrue();
        result.Text.ShouldContain("tasks[1].priority: must be one of");
        result.Text.ShouldContain("tasks[2].nme: is not a known argument");
        Writes(before).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_task_that_is_not_there_keeps_all_from_changing()
    {
        string[] ids = await IdsAsync(2);
        int before = _session.Sent.Count;

        ToolResult result = await _session.CallAsync(
            "update_task",
            $$"""{"priority":"low","tasks":["{{ids[0]}}","86zzzzzzz","{{ids[1]}}","nobody has ever heard of it"]}"""
        );

        result.IsError.ShouldBeTrue(result.Text);
        result.Text.ShouldContain("tasks[1]");
        result.Text.ShouldContain("tasks[3]");
        Writes(before).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_all_have_in_common_is_wrong_once()
    {
        string[] ids = await IdsAsync(3);

        ToolResult result = await _session.CallAsync(
            "update_task",
            $$"""{"due":"the day after never","tasks":[{{Quoted(ids)}}]}"""
        );

        result.IsError.ShouldBeTrue();
        result.Text.ShouldStartWith("1 problem with the arguments of update_task:\n- due: ");
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_done_and_does_nothing()
    {
        string[] ids = await IdsAsync(3);
        int before = _session.Sent.Count;

        ToolResult result = await _session.CallAsync(
            "update_task",
            $$"""{"priority":"low","dry_run":true,"tasks":[{{Quoted(ids)}}]}"""
        );

        result.IsError.ShouldBeFalse(result.Text);
        result.Text.ShouldContain("Dry run");
        Array.ForEach(ids, id => result.Text.ShouldContain(id));
        Writes(before).ShouldBeEmpty();
        ToolResult one = await _session.CallAsync(
            "update_task",
            $$"""{"task":"{{ids[0]}}","priority":"low","dry_run":true}"""
        );
        one.Text.ShouldContain("Dry run");
        Writes(before).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_item_says_otherwise_than_what_holds_for_all()
    {
        string[] ids = await IdsAsync(2);

        ToolResult result = await _session.CallAsync(
            "update_task",
            $$"""{"priority":"low","tasks":["{{ids[0]}}",{"task_id":"{{ids[1]}}","priority":"urgent"}]}"""
        );

        result.IsError.ShouldBeFalse(result.Text);
        (await _session.CallAsync("get_task", $$"""{"task":"{{ids[0]}}"}""")).Text.ShouldContain("low");
        (await _session.CallAsync("get_task", $$"""{"task":"{{ids[1]}}"}""")).Text.ShouldContain("urgent");
    }

    [Fact]
    public async Task Members_statuses_and_fields_are_looked_up_once_for_all()
    {
        string[] ids = await IdsAsync(14);
        int before = _session.Sent.Count;

        ToolResult result = await _session.CallAsync(
            "update_task",
            $$"""{"add_assignees":["David Kim"],"due":"next friday","status":"fixing","tasks":[{{Quoted(ids)}}]}"""
        );

        result.IsError.ShouldBeFalse(result.Text);
        result.Text.ShouldContain("14 of 14 done");
        (_session.Sent.Count - before).ShouldBeLessThanOrEqualTo(20, Requests(before));
    }

    [Theory]
    [InlineData("update_task", """ "due":"2026-12-24","priority":"high" """)]
    [InlineData("update_task", """ "custom_fields":[{"field":"Effort","value":8}] """)]
    [InlineData("update_task", """ "assignees":["David Kim"] """)]
    [InlineData("move_task", """ "list":"90152000003","status":"to do" """)]
    [InlineData("add_tag_to_task", """ "tag":"fresh" """)]
    [InlineData("set_custom_field_value", """ "field":"Effort","value":13 """)]
    [InlineData("delete_task", """ "list":"90152000001" """)]
    [InlineData("create_comment", """ "text":"Please look at this by **Friday**." """)]
    [InlineData("add_time_entry", """ "start":"yesterday 9:00","duration":"1h" """)]
    public async Task Every_tool_does_for_many_what_it_does_for_one(string tool, string arguments)
    {
        string[] ids = await IdsAsync(14);
        int before = _session.Sent.Count;

        ToolResult result = await _session.CallAsync(tool, $$"""{ {{arguments}},"tasks":[{{Quoted(ids)}}]}""");

        result.IsError.ShouldBeFalse(result.Text);
        result.Text.ShouldContain("14 of 14 done", Case.Sensitive, result.Text);
        TestContext.Current.SendDiagnosticMessage(
            $"{tool} {arguments}: {_session.Sent.Count - before} requests\n{Requests(before)}\n{result.Text}"
        );
        int most = tool is "create_comment" ? 34 : 19;
        (_session.Sent.Count - before).ShouldBeLessThanOrEqualTo(most, Requests(before));
    }

    private async Task<string[]> IdsAsync(int count)
    {
        await _session.CallAsync(
            "get_workspace_tasks",
            $$"""{"lists":["90152000001"],"limit":{{count}},"subtasks":true,"include_closed":true,"fields":["id"]}"""
        );
        string body = _session.LastResult;
        using System.Text.Json.JsonDocument page = System.Text.Json.JsonDocument.Parse(body);
        string[] ids =
        [
            .. page
                .RootElement.GetProperty("tasks")
                .EnumerateArray()
                .Take(count)
                .Select(static task => task.GetProperty("id").GetString()!),
        ];
        ids.Length.ShouldBe(count);
        return ids;
    }

    private SentRequest[] Writes(int from) => [.. _session.Sent.Skip(from).Where(static sent => sent.Method != "GET")];

    private string Requests(int from) => string.Join('\n', _session.Sent.Skip(from).Select(static sent => sent.Line));

    private static string Quoted(string[] ids) => string.Join(',', ids.Select(static id => $"\"{id}\""));
}
