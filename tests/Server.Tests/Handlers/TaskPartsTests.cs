using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Handlers;

/// <summary>One tool changes all of a task: people, tags, home list and fields; what cannot be is refused before a request.</summary>
public sealed class TaskPartsTests
{
    private const string Rich = SandboxSeed.RichTaskId;
    private const string Second = SandboxSeed.SecondTaskId;

    private readonly SandboxSession _session = new();

    [Fact]
    public async Task Assignees_replace_those_who_were_there()
    {
        ToolResult set = await UpdateAsync($$"""{"task":"{{Rich}}","assignees":["David Kim"]}""");

        set.IsError.ShouldBeFalse(set.Text);
        (await NamesAsync(Rich, "assignees", "username")).ShouldBe(["David Kim"]);
        (await UpdateAsync($$"""{"task":"{{Rich}}","assignees":[]}""")).IsError.ShouldBeFalse();
        (await NamesAsync(Rich, "assignees", "username")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("update_task", """{"task":"DEV-2","name":"   "}""")]
    [InlineData("create_task", """{"list":"Ideas","name":" \t "}""")]
    [InlineData("create_list", """{"space":"Marketing","name":"\u00a0"}""")]
    public async Task A_blank_name_is_refused_before_a_request(string tool, string arguments)
    {
        ToolResult refused = await _session.CallAsync(tool, arguments);

        refused.IsError.ShouldBeTrue();
        refused.Text.ShouldContain("name: must not be blank");
        _session.Sent.ShouldNotContain(static request => request.Method != "GET");
    }

    [Theory]
    [InlineData("DEV-1")]
    [InlineData("27075wz")]
    public async Task A_time_entry_is_not_said_to_lack_the_task_that_it_has(string task)
    {
        ToolResult added = await _session.CallAsync(
            "add_time_entry",
            $$"""{"task":"{{task}}","start":"yesterday 9:00","duration":"1h"}"""
        );

        added.IsError.ShouldBeFalse(added.Text);
        added.Text.ShouldNotContain("did not apply");
    }

    [Fact]
    public async Task A_channel_that_was_there_before_is_not_said_to_be_created()
    {
        ToolResult first = await _session.CallAsync("create_chat_channel", """{"name":"Brand new"}""");
        ToolResult second = await _session.CallAsync("create_chat_channel", """{"name":"Brand new"}""");

        first.Text.ShouldNotContain("was there before");
        second.Text.ShouldContain("This channel was there before; none was created.");
    }

    [Fact]
    public async Task Tags_replace_those_that_were_there()
    {
        ToolResult set = await UpdateAsync($$"""{"task":"{{Rich}}","tags":["Backend","tech debt"],"priority":"low"}""");

        set.IsError.ShouldBeFalse(set.Text);
        set.Text.ShouldNotContain("did not apply");
        (await NamesAsync(Rich, "tags", "name")).Order(StringComparer.Ordinal).ShouldBe(["backend", "tech debt"]);
        (await UpdateAsync($$"""{"task":"{{Rich}}","tags":[]}""")).IsError.ShouldBeFalse();
        (await NamesAsync(Rich, "tags", "name")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_task_is_moved_and_changed_in_one_call()
    {
        ToolResult moved = await UpdateAsync(
            $$"""{"task":"{{Second}}","move_to_list":"{{SandboxSeed.BackendBugsListId}}","status":"fixing","name":"Moved","tags":["bug"],"custom_fields":[{"field":"Effort","value":3}]}"""
        );

        moved.IsError.ShouldBeFalse(moved.Text);
        moved.Text.ShouldNotContain("Moved from");
        moved.Text.ShouldContain("list: Bugs");
        moved.Text.ShouldContain("status: fixing");
        moved.Text.ShouldContain("name: Moved");
        moved.Text.ShouldContain("Effort=3");
        moved.Text.ShouldNotContain("did not apply");
    }

    [Theory]
    [InlineData("", "GET PUT GET")]
    [InlineData(""","due":"2026-12-24" """, "GET PUT PUT")]
    public async Task A_move_with_a_date_is_seen_on_the_response_to_the_date(string more, string requests)
    {
        ToolResult moved = await UpdateAsync($$"""{"task":"{{Second}}","move_to_list":"Web App"{{more}}}""");

        moved.Text.ShouldContain("list: Web App");
        _session
            .Sent.Where(static sent => sent.Path.Contains(Second, StringComparison.Ordinal))
            .Select(static sent => sent.Method)
            .ShouldBe(requests.Split(' '));
    }

    [Theory]
    [InlineData("list", "Ideas")]
    [InlineData("list_id", "90152000012")]
    public async Task A_list_in_which_the_task_is_not_is_refused_with_the_tool_that_moves(string argument, string list)
    {
        ToolResult refused = await UpdateAsync($$"""{"task":"DEV-2","{{argument}}":"{{list}}","priority":"high"}""");

        refused.IsError.ShouldBeTrue();
        refused.Text.ShouldContain("is in list API");
        refused.Text.ShouldContain("move_task");
        _session.Sent.ShouldAllBe(static sent => sent.Method == "GET");
    }

    [Theory]
    [InlineData("""{"task":"27075wz","add_assignees":[]}""")]
    [InlineData("""{"task":"27075wz","custom_fields":[]}""")]
    public async Task A_change_without_content_is_refused(string arguments)
    {
        ToolResult refused = await UpdateAsync(arguments);

        refused.IsError.ShouldBeTrue(refused.Text);
        refused.Text.ShouldContain("nothing to change");
        _session.Sent.ShouldAllBe(static sent => sent.Method == "GET");
    }

    [Fact]
    public async Task What_fails_after_something_was_done_is_told_beside_it()
    {
        ToolResult changed = await UpdateAsync(
            $$"""{"task":"{{Rich}}","name":"New name","custom_fields":[{"field":"Contact Phone","value":"no number"}]}"""
        );

        changed.IsError.ShouldBeFalse(changed.Text);
        changed.Text.ShouldContain("name: New name");
        changed.Text.ShouldContain("Setting the custom field Contact Phone failed");
    }

    [Fact]
    public async Task A_subtask_is_created_in_its_parents_list()
    {
        ToolResult created = await _session.CallAsync("create_task", """{"name":"sub","parent":"DEV-4"}""");

        created.IsError.ShouldBeFalse(created.Text);
        created.Text.ShouldContain("list: API");
    }

    [Theory]
    [InlineData("create_task", """{"name":"sub","list":"Ideas","parent":"DEV-4"}""")]
    [InlineData("update_task", """{"task":"DEV-4","parent":"{0}"}""")]
    public async Task A_parent_in_another_list_is_refused_before_a_request(string tool, string arguments)
    {
        string other = (await RawTask.ReadAllAsync(_session, SandboxSeed.LaunchListId))[0]
            .GetProperty("id")
            .GetString()!;

        ToolResult refused = await _session.CallAsync(tool, arguments.Replace("{0}", other, StringComparison.Ordinal));

        refused.IsError.ShouldBeTrue(refused.Text);
        refused.Text.ShouldContain(tool == "create_task" ? "is in list API" : "is in list Product Launch");
        _session.Sent.ShouldAllBe(static sent => sent.Method == "GET");
    }

    [Fact]
    public async Task A_task_needs_a_list_or_a_parent()
    {
        ToolResult refused = await _session.CallAsync("create_task", """{"name":"nowhere"}""");

        refused.IsError.ShouldBeTrue();
        refused.Text.ShouldContain("list, parent");
    }

    private Task<ToolResult> UpdateAsync(string arguments) => _session.CallAsync("update_task", arguments);

    private async Task<IEnumerable<string?>> NamesAsync(string task, string member, string name) =>
        (await RawTask.ReadAsync(_session, task))
            .GetProperty(member)
            .EnumerateArray()
            .Select(item => item.GetProperty(name).GetString());
}
