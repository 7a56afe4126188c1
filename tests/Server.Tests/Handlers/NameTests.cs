using System.Text.Json;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Handlers;

/// <summary>What people call things, through whole calls against the sandbox.</summary>
public sealed class NameTests
{
    private readonly SandboxSession _session = new();

    [Theory]
    [InlineData("2026")]
    [InlineData("20261231")]
    [InlineData("90152999999")]
    public async Task Digits_that_are_no_id_are_a_name(string name)
    {
        await _session.CallAsync("create_list", $$"""{"name":"{{name}}","space":"Marketing"}""");
        ToolResult result = await _session.CallAsync("list_tasks", $$"""{"list":"{{name}}"}""");
        result.IsError.ShouldBeFalse(result.Text);
        result.Text.ShouldStartWith("0 tasks");
    }

    [Fact]
    public async Task A_name_that_several_lists_have_is_found_in_the_folder_that_is_given_with_it()
    {
        ToolResult found = await _session.CallAsync(
            "get_workspace_tasks",
            """{"lists":["Bugs"],"folders":["Frontend"],"fields":["list"],"limit":1}"""
        );
        ToolResult either = await _session.CallAsync(
            "get_workspace_tasks",
            """{"lists":["Bugs"],"folders":["Frontend","Backend"]}"""
        );
        ToolResult neither = await _session.CallAsync(
            "get_workspace_tasks",
            """{"lists":["Bugs"],"folders":["Campaigns"]}"""
        );

        found.IsError.ShouldBeFalse(found.Text);
        either.Text.ShouldStartWith("2 lists match");
        neither.Text.ShouldContain("in folder Campaigns");
        _session
            .Sent.Where(static request => request.Query.Contains("list_ids", StringComparison.Ordinal))
            .ShouldAllBe(static request => request.Query.Contains("90152000003", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("phase1")]
    [InlineData("PHASE-2")]
    [InlineData("phase-2")]
    [InlineData("8cjxh-1")]
    [InlineData("#phase1")]
    public async Task What_looks_like_a_task_id_but_is_none_is_a_name(string name)
    {
        await _session.CallAsync("create_task", $$"""{"list":"Ideas","name":"{{name}}"}""");
        ToolResult result = await _session.CallAsync(
            "get_task",
            $$"""{"task":"{{name}}","list":"Ideas","fields":["name"]}"""
        );
        result.Text.ShouldBe($"name: {name}");
    }

    [Theory]
    [InlineData("dev-1")]
    [InlineData("Dev-1")]
    [InlineData("#DEV-1")]
    [InlineData("CU-27075wz")]
    [InlineData("#27075wz")]
    [InlineData("27075WZ")]
    [InlineData("app.clickup.com/t/9012000001/DEV-1")]
    [InlineData("https://app.clickup.com/t/team/dev-1")]
    [InlineData("fix login  redirect")]
    [InlineData("Fix login")]
    public async Task A_task_is_found_however_it_is_written(string task)
    {
        ToolResult result = await _session.CallAsync("get_task", $$"""{"task":"{{task}}","fields":["name"]}""");
        result.Text.ShouldStartWith("name: Fix login redirect");
    }

    [Theory]
    [InlineData("Two spaces")]
    [InlineData("two\\u00A0spaces")]
    [InlineData("Two\\u200B  spaces")]
    [InlineData("two\\tspaces")]
    public async Task White_space_does_not_matter(string name)
    {
        await _session.CallAsync("create_task", """{"list":"Ideas","name":"Two  spaces"}""");
        ToolResult result = await _session.CallAsync("get_task", $$"""{"task":"{{name}}","fields":["name"]}""");
        result.IsError.ShouldBeFalse(result.Text);
    }

    [Theory]
    [InlineData("https://app.clickup.com/9012000001/v/l/li/90152000008")]
    [InlineData("https://app.clickup.com/9012000001/v/b/li/90152000008")]
    [InlineData("https://app.clickup.com/9012000001/v/b/6-90152000008-1")]
    [InlineData("http://app.clickup.com/9012000001/v/li/90152000008?x=1#y")]
    [InlineData("app.clickup.com/9012000001/v/li/90152000008")]
    public async Task A_list_is_found_by_every_link(string link)
    {
        ToolResult result = await _session.CallAsync(
            "list_tasks",
            $$"""{"list":"{{link}}","limit":1,"fields":["name"]}"""
        );
        result.Text.ShouldStartWith("1 task");
    }

    [Theory]
    [InlineData("Sprint 42", "90152000006")]
    [InlineData("webapp", "90152000004")]
    [InlineData("product-backlog", "90152000008")]
    [InlineData("engineering/sprint 43", "90152000007")]
    public async Task A_part_of_a_name_that_only_one_has_will_do(string name, string id)
    {
        ToolResult result = await _session.CallAsync("list_tasks", $$"""{"list":"{{name}}","limit":1}""");
        result.IsError.ShouldBeFalse(result.Text);
        result.Text.ShouldContain("was taken for the list");
        _session.Requests.Last().Path.ShouldBe($"/api/v2/list/{id}/task");
    }

    [Theory]
    [InlineData("get_workspace_tasks", """{"statuses":["nope"]}""", "status")]
    [InlineData("get_workspace_tasks", """{"tags":["nope"]}""", "tag")]
    [InlineData("get_workspace_tasks", """{"assignees":["nope"]}""", "member")]
    [InlineData("get_workspace_tasks", """{"assignees":["99999999"]}""", "member")]
    [InlineData("get_workspace_tasks", """{"lists":["API"],"tags":["nope"]}""", "tag")]
    [InlineData("list_tasks", """{"list":"API","tags":["nope"]}""", "tag")]
    [InlineData("list_tasks", """{"list":"API","statuses":["nope"]}""", "status")]
    [InlineData("get_time_entries", """{"assignees":["99999999"]}""", "member")]
    [InlineData("get_workspace_tasks", """{"lists":["Ideas"],"statuses":["in review"]}""", "status")]
    public async Task A_filter_that_names_nothing_is_an_error_with_candidates(
        string tool,
        string arguments,
        string noun
    )
    {
        ToolResult result = await _session.CallAsync(tool, arguments);
        result.IsError.ShouldBeTrue(result.Text);
        result.Text.ShouldContain($"No {noun} is named");
        result.Text.Split("\n- ").Length.ShouldBeInRange(2, 6);
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_call_is_told_at_once()
    {
        ToolResult result = await _session.CallAsync(
            "create_task",
            """
            {"list":"API","name":"x","status":"nope","assignees":["Nobody"],"due":"whenever",
             "custom_fields":[{"field":"Nothing","value":1},{"field":"Severity","value":"Nope"}]}
            """
        );
        result.IsError.ShouldBeTrue();
        result.Text.ShouldStartWith("5 problems with the arguments of create_task:");
        result.Text.ShouldContain("- due: ");
        result.Text.ShouldContain("No status is named \"nope\"");
        result.Text.ShouldContain("No member is named \"Nobody\"");
        result.Text.ShouldContain("No custom field is named \"Nothing\"");
        result.Text.ShouldContain("has no option \"Nope\"");
        _session.Sent.ShouldNotContain(static request => request.Method != "GET");
    }

    [Fact]
    public async Task Names_within_what_is_unknown_are_not_asked_for()
    {
        ToolResult result = await _session.CallAsync(
            "create_task",
            """{"list":"Nowhere","name":"x","status":"nope","assignees":["Nobody"]}"""
        );
        result.Text.ShouldStartWith("2 things in the call are wrong; nothing was changed.");
        result.Text.ShouldContain("No list is named");
        result.Text.ShouldContain("No member is named");
        result.Text.ShouldNotContain("No status");
    }

    [Theory]
    [InlineData("add_tag_to_task", """{"task":"DEV-1","tag":"brand new"}""", true)]
    [InlineData("add_tag_to_task", """{"task":"DEV-1","tag":"Tech-Debt"}""", false)]
    [InlineData("create_task", """{"list":"API","name":"x","tags":["tech"]}""", true)]
    [InlineData("create_task", """{"list":"API","name":"x","tags":["TECH  debt"]}""", false)]
    public async Task A_new_tag_is_said_to_be_new(string tool, string arguments, bool isNew)
    {
        ToolResult result = await _session.CallAsync(tool, arguments);
        result.IsError.ShouldBeFalse(result.Text);
        result.Text.Contains("is new: none had this name", StringComparison.Ordinal).ShouldBe(isNew, result.Text);
        ToolResult tags = await _session.CallAsync("list_space_tags", """{"space":"Engineering"}""");
        tags.Text.Contains("Tech-Debt", StringComparison.OrdinalIgnoreCase).ShouldBeFalse(tags.Text);
    }

    [Theory]
    [InlineData("delete_list", """{"list":"Sprint 41"}""")]
    [InlineData("delete_task", """{"task":"Fix login"}""")]
    [InlineData("remove_tag_from_task", """{"task":"DEV-1","tag":"bu"}""")]
    [InlineData("delete_space_tag", """{"space":"Engineering","tag":"tech"}""")]
    public async Task What_is_removed_is_named_in_whole(string tool, string arguments)
    {
        ToolResult result = await _session.CallAsync(tool, arguments);
        result.IsError.ShouldBeTrue(result.Text);
        result.Text.ShouldContain("whole names only");
        _session.Sent.ShouldNotContain(static request => request.Method != "GET");
    }

    [Theory]
    [InlineData("Hi @Carla Rossi", "Hi [@Carla Rossi](#user_mention#81000003)")]
    [InlineData(
        "@carla, @david kim: go",
        "[@Carla Rossi](#user_mention#81000003), [@David Kim](#user_mention#81000004): go"
    )]
    [InlineData("`@Carla` [x](https://e.test/@Carla)", "`@Carla` [x](https://e.test/@Carla)")]
    [InlineData("[@Carla Rossi](#user_mention#81000003)", "[@Carla Rossi](#user_mention#81000003)")]
    [InlineData("a@b.example", "a@b.example")]
    public async Task A_chat_message_mentions_people_by_links(string content, string sent)
    {
        ToolResult result = await _session.CallAsync(
            "create_chat_message",
            $$"""{"channel":"General","content":"{{content}}"}"""
        );
        result.Text.ShouldNotContain("Mentions nobody");
        JsonElement.Parse(_session.Sent[^1].Body).GetProperty("content").GetString().ShouldBe(sent);
    }

    [Theory]
    [InlineData("create_chat_message", """{"channel":"General","content":"Hi @Zoe"}""")]
    [InlineData("create_chat_message", """{"channel":"General","content":"Hi @Anna"}""")]
    [InlineData("create_chat_message_reply", """{"message_id":"80160000002","content":"Hi @Zoe"}""")]
    [InlineData("update_chat_message", """{"message_id":"80160000002","content":"Hi @Zoe"}""")]
    public async Task Who_is_not_mentioned_in_chat_is_told(string tool, string arguments) =>
        (await _session.CallAsync(tool, arguments)).Text.ShouldContain("Mentions nobody");

    [Fact]
    public async Task A_status_of_another_list_is_said_to_be_one()
    {
        ToolResult result = await _session.CallAsync("update_task", """{"task":"DEV-2","status":"cannot reproduce"}""");
        result.IsError.ShouldBeTrue();
        result.Text.ShouldContain("No status is named");
    }

    [Theory]
    [InlineData("assignee", "Nobody")]
    [InlineData("status", "nope")]
    [InlineData("tag", "nope")]
    public async Task A_filter_of_a_view_that_names_nothing_is_an_error(string field, string value)
    {
        string filters = $$"""[{"field":"{{field}}","op":"ANY","values":["{{value}}"]}]""";
        ToolResult created = await _session.CallAsync(
            "create_view",
            $$"""{"name":"V","type":"list","list":"API","filters":{{filters}}}"""
        );
        ToolResult updated = await _session.CallAsync(
            "update_view",
            $$"""{"view":"8cdn1-1005","filters":{{filters}}}"""
        );
        created.Text.ShouldContain($"\"{value}\"");
        updated.Text.ShouldContain($"\"{value}\"");
        (created.IsError && updated.IsError).ShouldBeTrue();
        _session.Sent.ShouldNotContain(static request => request.Method != "GET");
    }

    [Fact]
    public async Task The_filters_of_a_view_take_names()
    {
        ToolResult result = await _session.CallAsync(
            "create_view",
            """
            {"name":"V","type":"list","list":"API","filters":[
              {"field":"assignee","op":"ANY","values":["carla","me"]},
              {"field":"status","op":"ANY","values":["In-Progress","closed"]},
              {"field":"tag","op":"ANY","values":["Tech  Debt"]}]}
            """
        );
        result.IsError.ShouldBeFalse(result.Text);
        _session.Sent[^1].Body.ShouldContain("""[81000003,"me"]""");
        _session.Sent[^1].Body.ShouldContain("""["in progress","closed"]""");
        _session.Sent[^1].Body.ShouldContain("""["tech debt"]""");
    }
}
