using System.Text.Json;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Handlers;

/// <summary>Views in words: what is sent for them, and what an update leaves alone.</summary>
public sealed class ViewToolTests
{
    private const string Urgent = SandboxSeed.UrgentBugsViewId;

    private readonly SandboxSession _session = new();

    [Fact]
    public async Task An_update_changes_what_is_named_and_keeps_the_rest()
    {
        JsonElement before = await ReadAsync(Urgent);

        ToolResult result = await _session.CallAsync(
            "update_view",
            $$"""{"view":"{{Urgent}}","name":"Hot bugs","sort":["-priority","dueDate"]}"""
        );
        JsonElement after = await ReadAsync(Urgent);

        result.IsError.ShouldBeFalse(result.Text);
        after.GetProperty("name").GetString().ShouldBe("Hot bugs");
        after
            .GetProperty("sorting")
            .GetRawText()
            .ShouldBe("""{"fields":[{"field":"priority","dir":-1,"idx":0},{"field":"dueDate","dir":1,"idx":1}]}""");
        foreach (
            string part in (string[])["type", "parent", "grouping", "filters", "columns", "settings", "visibility"]
        )
        {
            JsonElement.DeepEquals(after.GetProperty(part), before.GetProperty(part)).ShouldBeTrue(part);
        }
    }

    [Fact]
    public async Task One_member_of_a_part_leaves_the_others()
    {
        await _session.CallAsync(
            "update_view",
            $$"""{"view":"{{Urgent}}","show_closed":true,"group_descending":true,"show_subtasks":"separate"}"""
        );
        JsonElement after = await ReadAsync(Urgent);

        after.GetProperty("filters").GetProperty("show_closed").GetBoolean().ShouldBeTrue();
        after.GetProperty("filters").GetProperty("fields").GetArrayLength().ShouldBe(1);
        after.GetProperty("grouping").GetProperty("field").GetString().ShouldBe("assignee");
        after.GetProperty("grouping").GetProperty("dir").GetInt32().ShouldBe(-1);
        after.GetProperty("settings").GetProperty("show_subtasks").GetInt32().ShouldBe(1);
        after.GetProperty("settings").GetProperty("me_comments").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Filters_are_replaced_and_emptied()
    {
        await _session.CallAsync("create_space_tag", """{"space":"Engineering","tag":"2024"}""");
        await _session.CallAsync(
            "update_view",
            $$"""{"view":"{{Urgent}}","match":"any","filters":[{"field":"assignee","op":"ANY","values":["me","{{SandboxSeed.AdminId}}"]},{"field":"tag","op":"ANY","values":["2024"]}]}"""
        );
        (await ReadAsync(Urgent))
            .GetProperty("filters")
            .GetRawText()
            .ShouldBe(
                $$"""{"search":"","show_closed":false,"op":"OR","fields":[{"field":"assignee","op":"ANY","values":["me",{{SandboxSeed.AdminId}}],"idx":0},{"field":"tag","op":"ANY","values":["2024"],"idx":1}]}"""
            );

        await _session.CallAsync("update_view", $$"""{"view":"{{Urgent}}","filters":[]}""");
        (await ReadAsync(Urgent)).GetProperty("filters").TryGetProperty("fields", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_view_is_protected_with_a_note()
    {
        await _session.CallAsync(
            "update_view",
            $$"""{"view":"{{Urgent}}","protected":true,"protected_note":"Ask first","visibility":"private"}"""
        );
        JsonElement after = await ReadAsync(Urgent);

        after.GetProperty("protected").GetBoolean().ShouldBeTrue();
        after.GetProperty("protected_note").GetString().ShouldBe("Ask first");
        after.GetProperty("visibility").GetString().ShouldBe("private");
    }

    [Theory]
    [InlineData("""{"name":"Mine","type":"list"}""", "/api/v2/team/9012000001/view")]
    [InlineData("""{"name":"Mine","type":"list","space":"Marketing"}""", "/api/v2/space/90150000002/view")]
    [InlineData("""{"name":"Mine","type":"list","folder":"Backend"}""", "/api/v2/folder/90151000001/view")]
    [InlineData("""{"name":"Mine","type":"list","list":"API"}""", "/api/v2/list/90152000002/view")]
    public async Task A_view_is_created_where_the_caller_said(string arguments, string path)
    {
        ToolResult result = await _session.CallAsync("create_view", arguments);

        result.IsError.ShouldBeFalse(result.Text);
        SentRequest sent = _session.Sent.Single(request => request.Method == "POST");
        sent.Path.ShouldBe(path);
        sent.Body.ShouldBe("""{"name":"Mine","type":"list"}""");
    }

    [Fact]
    public async Task A_new_view_has_whole_parts_where_the_caller_spoke_of_one()
    {
        await _session.CallAsync(
            "create_view",
            """{"name":"Late","type":"board","list":"API","group_by":"status","filters":[{"field":"priority","op":"EQ","values":["1"]}],"columns":["dueDate"]}"""
        );

        _session
            .Sent[^1]
            .Body.ShouldBe(
                """{"name":"Late","type":"board","grouping":{"dir":1,"collapsed":[],"ignore":false,"field":"status"},"filters":{"op":"AND","search":"","show_closed":false,"fields":[{"field":"priority","op":"EQ","values":[1],"idx":0}]},"columns":{"fields":[{"field":"dueDate","idx":0}]}}"""
            );
    }

    [Theory]
    [InlineData("{}", "All open work", "Roadmap")]
    [InlineData("""{"space":"Engineering"}""", "Roadmap", "Board")]
    [InlineData("""{"folder":"Backend"}""", "8cdn1-1003", "8cdn1-1004")]
    [InlineData("""{"list":"Bugs","folder":"Backend"}""", "Urgent Bugs", "Roadmap")]
    [InlineData("""{"list":"Bugs","folder":"Backend"}""", "6-90152000001-1", "6-90152000002-1")]
    public async Task Views_are_those_of_the_place_with_its_required_ones(string arguments, string has, string lacks)
    {
        ToolResult result = await _session.CallAsync("list_views", arguments);

        result.Text.ShouldContain(has);
        result.Text.ShouldNotContain(lacks);
    }

    [Fact]
    public async Task The_tasks_of_a_view_are_read_page_after_page()
    {
        ToolResult result = await _session.CallAsync("get_view_tasks", """{"view":"All open work","limit":70}""");

        result.Text.ShouldStartWith("70 tasks, more: cursor=");
        _session.Sent.Count(static request => request.Path.EndsWith("/task", StringComparison.Ordinal)).ShouldBe(3);
    }

    private async Task<JsonElement> ReadAsync(string view)
    {
        ToolResult raw = await _session.CallAsync("get_view", $$"""{"view":"{{view}}","detail_level":"full"}""");
        return JsonElement.Parse(raw.Text);
    }
}
