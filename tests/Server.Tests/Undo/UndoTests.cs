using System.Text;
using System.Text.Json.Nodes;
using ClickUpMcp.Api;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tests.Guards;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Undo;

/// <summary>Changes are listed, undone and done again; what others changed since is left alone.</summary>
public sealed class UndoTests
{
    private const string TaskId = SandboxSeed.RichTaskId;

    [Fact]
    public async Task A_list_of_changes_says_what_was_changed_and_whether_it_can_be_undone()
    {
        SandboxSession session = new(journal: true);
        await RenameAsync(session, "Another name");
        await session.CallAsync("create_comment", $$"""{"task":"{{TaskId}}","text":"Hello"}""");
        ToolResult listed = await session.CallAsync("list_changes", "{}");
        listed.IsError.ShouldBeFalse(listed.Text);
        listed.Text.ShouldContain("update_task");
        listed.Text.ShouldContain("create_comment");
        listed.Text.ShouldContain("can be undone");
        listed.Text.ShouldContain("People were notified");
        listed
            .Text.IndexOf("create_comment", StringComparison.Ordinal)
            .ShouldBeLessThan(listed.Text.IndexOf("update_task", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_last_change_is_undone_then_the_one_before_it()
    {
        SandboxSession session = new(journal: true);
        string original = await NameAsync(session);
        await RenameAsync(session, "First");
        await RenameAsync(session, "Second");
        await session.CallAsync("undo_last", "{}");
        (await NameAsync(session)).ShouldBe("First");
        await session.CallAsync("undo_last", "{}");
        (await NameAsync(session)).ShouldBe(original);
        ToolResult none = await session.CallAsync("undo_last", "{}");
        none.Text.ShouldContain("nothing to undo");
        (await NameAsync(session)).ShouldBe(original);
    }

    [Fact]
    public async Task What_an_undo_undid_is_done_again_by_undoing_it()
    {
        SandboxSession session = new(journal: true);
        string original = await NameAsync(session);
        await RenameAsync(session, "First");
        await session.CallAsync("undo_last", "{}");
        string undo = session.Changes!.All[0].Id;
        ToolResult redone = await session.CallAsync("undo_change", $$"""{"change":"{{undo}}"}""");
        redone.IsError.ShouldBeFalse(redone.Text);
        (await NameAsync(session)).ShouldBe("First");
        original.ShouldNotBe("First");
    }

    [Fact]
    public async Task A_later_change_of_somebody_else_is_not_overwritten()
    {
        SandboxSession session = new(journal: true);
        await RenameAsync(session, "Mine");
        await ElsewhereAsync(session, $$"""{"name":"Theirs"}""");
        ToolResult refused = await session.CallAsync("undo_last", "{}");
        refused.IsError.ShouldBeTrue(refused.Text);
        refused.Text.ShouldContain("changed again since");
        refused.Text.ShouldContain("Theirs");
        refused.Text.ShouldContain("Mine");
        (await NameAsync(session)).ShouldBe("Theirs");
    }

    [Fact]
    public async Task A_later_change_of_something_else_of_the_thing_stays()
    {
        SandboxSession session = new(journal: true);
        string original = await NameAsync(session);
        await RenameAsync(session, "Mine");
        await ElsewhereAsync(session, """{"priority":1}""");
        ToolResult undone = await session.CallAsync("undo_last", "{}");
        undone.IsError.ShouldBeFalse(undone.Text);
        (await NameAsync(session)).ShouldBe(original);
        (await session.CallAsync("get_task", $$"""{"task":"{{TaskId}}"}""")).Text.ShouldContain("urgent");
    }

    [Fact]
    public async Task All_changes_since_a_time_are_undone_and_none_before_it()
    {
        SandboxSession session = new(journal: true);
        await RenameAsync(session, "Before");
        session.Time.Advance(TimeSpan.FromHours(2));
        await RenameAsync(session, "After");
        await session.CallAsync("add_tag_to_task", $$"""{"task":"{{TaskId}}","tag":"urgent"}""");
        ToolResult undone = await session.CallAsync("undo_since", """{"since":"1 hour ago"}""");
        undone.IsError.ShouldBeFalse(undone.Text);
        (await NameAsync(session)).ShouldBe("Before");
    }

    [Fact]
    public async Task A_dry_run_of_an_undo_sends_nothing_that_writes_and_undoes_nothing()
    {
        SandboxSession session = new(journal: true);
        await RenameAsync(session, "Mine");
        int writes = Writes(session);
        ToolResult shown = await session.CallAsync("undo_last", """{"dry_run":true}""");
        shown.IsError.ShouldBeFalse(shown.Text);
        shown.Text.ShouldStartWith("Dry run");
        shown.Text.ShouldContain($"PUT /api/v2/task/{TaskId}");
        Writes(session).ShouldBe(writes);
        (await session.CallAsync("undo_last", "{}")).IsError.ShouldBeFalse();
        (await NameAsync(session)).ShouldNotBe("Mine");
    }

    [Fact]
    public async Task A_dry_run_says_what_cannot_be_undone_and_what_is_lost()
    {
        SandboxSession session = new(journal: true);
        ToolResult merge = await session.CallAsync("delete_task", $$"""{"task":"{{TaskId}}","dry_run":true}""");
        merge.Text.ShouldContain("Undoing this would not bring back: The history");
        ToolResult comment = await session.CallAsync("stop_time_entry", """{"dry_run":true}""");
        comment.Text.ShouldContain("This cannot be undone.");
    }

    [Fact]
    public async Task P_07_an_undo_must_be_confirmed_where_changes_must()
    {
        SandboxSession session = new(
            new ToolPolicyOptions { Confirmation = ConfirmationRule.Destructive },
            journal: true
        );
        await session.CallAsync("add_tag_to_task", $$"""{"task":"{{TaskId}}","tag":"urgent"}""");
        int writes = Writes(session);
        ToolResult refused = await session.CallAsync("undo_last", "{}");
        refused.Text.ShouldContain("must be confirmed");
        Writes(session).ShouldBe(writes);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task P_06_an_undo_is_stopped_where_its_call_may_not_write(bool onlyRead, bool hasOperations)
    {
        SandboxSession session = new(
            new ToolPolicyOptions { ReadOnly = onlyRead },
            catalog: new MislabelledCatalog(onlyRead, hasOperations),
            journal: true
        );
        Change change = session.Changes!.Begin("update_task", isUndo: false);
        session.Changes.Add(
            change,
            new ChangeStep
            {
                Operation = "UpdateTask",
                Method = ClickUpMethod.Put,
                Path = $"/api/v2/task/{TaskId}",
                Undo =
                [
                    new UndoRequest("UpdateTask", ClickUpMethod.Put, $"/api/v2/task/{TaskId}", "", """{"name":"No"}"""),
                ],
            }
        );
        ToolResult refused = await session.CallAsync("undo_last", "{}");
        refused.IsError.ShouldBeTrue(refused.Text);
        refused.Text.ShouldContain("UpdateTask");
        Writes(session).ShouldBe(0);
    }

    [Fact]
    public async Task What_no_tool_may_send_is_sent_by_no_undo_either()
    {
        SandboxSession session = new(
            new ToolPolicyOptions { DisabledTools = "delete_task,transfer_task,create_task_from_template" },
            journal: true
        );
        ToolResult made = await session.CallAsync(
            "create_task",
            $$"""{"list":"{{SandboxSeed.BackendBugsListId}}","name":"New"}"""
        );
        made.IsError.ShouldBeFalse(made.Text);
        ToolResult refused = await session.CallAsync("undo_last", "{}");
        refused.IsError.ShouldBeTrue(refused.Text);
        refused.Text.ShouldContain("DeleteTask");
        session.Sent.ShouldNotContain(static sent => sent.Method == "DELETE");
    }

    [Fact]
    public async Task A_deleted_task_is_made_again_with_all_that_was_in_it()
    {
        SandboxSession session = new(journal: true);
        JsonNode before = await ReadAsync(session, TaskId);
        await session.CallAsync("delete_task", $$"""{"task":"{{TaskId}}"}""");
        ToolResult undone = await session.CallAsync("undo_last", "{}");
        undone.IsError.ShouldBeFalse(undone.Text);
        string id = undone.Text.Split("as the new task ")[1].Split([' ', '.'])[0];
        JsonNode after = await ReadAsync(session, id);
        foreach (
            string member in (string[])
                ["name", "markdown_description", "due_date", "start_date", "points", "time_estimate", "parent"]
        )
        {
            after[member]?.ToJsonString().ShouldBe(before[member]?.ToJsonString(), member);
        }

        Texts(after, "assignees", "username").ShouldBe(Texts(before, "assignees", "username"));
        Texts(after, "tags", "name").ShouldBe(Texts(before, "tags", "name"));
        Texts(after, "checklists", "name").ShouldBe(Texts(before, "checklists", "name"));
        Texts(after, "subtasks", "name").ShouldBe(Texts(before, "subtasks", "name"));
        Values(after).ShouldBe(Values(before));
        undone.Text.ShouldContain("Not brought back: The history");
    }

    [Fact]
    public async Task After_a_day_a_change_is_forgotten()
    {
        SandboxSession session = new(journal: true);
        await RenameAsync(session, "Mine");
        session.Time.Advance(ChangeJournal.Lifetime + TimeSpan.FromMinutes(1));
        (await session.CallAsync("undo_last", "{}")).Text.ShouldContain("nothing to undo");
        session.Changes!.Bytes.ShouldBe(0);
    }

    [Fact]
    public async Task A_session_does_not_know_the_changes_of_another()
    {
        SandboxSession session = new(journal: true);
        await RenameAsync(session, "Mine");
        string id = session.Changes!.All[0].Id;
        SandboxSession other = new(journal: true);
        (await other.CallAsync("list_changes", "{}")).Text.ShouldNotContain(id);
        ToolResult refused = await other.CallAsync("undo_change", $$"""{"change":"{{id}}"}""");
        refused.IsError.ShouldBeTrue();
        refused.Text.ShouldContain("There is no change");
    }

    [Fact]
    public async Task Without_a_journal_a_write_reads_nothing_more_and_the_tools_say_why_they_do_nothing()
    {
        SandboxSession with = new(journal: true);
        SandboxSession without = new();
        await with.CallAsync("add_tag_to_task", $$"""{"task":"{{TaskId}}","tag":"urgent"}""");
        await without.CallAsync("add_tag_to_task", $$"""{"task":"{{TaskId}}","tag":"urgent"}""");
        with.Sent.Count.ShouldBe(without.Sent.Count + 1);
        ToolResult refused = await without.CallAsync("undo_last", "{}");
        refused.IsError.ShouldBeTrue();
        refused.Text.ShouldContain("--undo");
    }

    [Fact]
    public async Task What_was_there_before_is_not_removed_by_an_undo()
    {
        SandboxSession session = new(journal: true);
        await session.CallAsync("add_tag_to_task", $$"""{"task":"{{TaskId}}","tag":"urgent"}""");
        await session.CallAsync("add_tag_to_task", $$"""{"task":"{{TaskId}}","tag":"urgent"}""");
        session.Changes!.All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_list_that_was_filled_since_is_not_deleted()
    {
        SandboxSession session = new(journal: true);
        await session.CallAsync("create_list", $$"""{"space":"{{SandboxSeed.EngineeringSpaceId}}","name":"Fresh"}""");
        string list = session.Changes!.All[0].Steps[0].Undo[0].Path.Split('/')[^1];
        await session.Sandbox.HandleAsync(
            new SandboxRequest(
                "POST",
                $"/api/v2/list/{list}/task",
                Authorization: SandboxSeed.Token,
                Body: """{"name":"Theirs"}"""u8.ToArray(),
                ContentType: "application/json"
            ),
            TestContext.Current.CancellationToken
        );
        ToolResult refused = await session.CallAsync("undo_last", "{}");
        refused.IsError.ShouldBeTrue(refused.Text);
        refused.Text.ShouldContain("not empty any more");
        session.Sent.ShouldNotContain(static sent => sent.Method == "DELETE");
    }

    [Fact]
    public void Of_too_many_changes_the_oldest_goes()
    {
        ChangeJournal journal = new(TimeProvider.System);
        for (int i = 0; i <= ChangeJournal.MostChanges; i++)
        {
            journal.Begin($"tool{i}", isUndo: false);
        }

        journal.All.Count.ShouldBe(ChangeJournal.MostChanges);
        journal.All[^1].Tool.ShouldBe("tool1");
    }

    private static Task<ToolResult> RenameAsync(SandboxSession session, string name) =>
        session.CallAsync("update_task", $$"""{"task":"{{TaskId}}","name":"{{name}}"}""");

    private static async Task<string> NameAsync(SandboxSession session) =>
        (await ReadAsync(session, TaskId))["name"]!.GetValue<string>();

    private static async Task<JsonNode> ReadAsync(SandboxSession session, string id)
    {
        SandboxResponse response = await session.Sandbox.HandleAsync(
            new SandboxRequest(
                "GET",
                $"/api/v2/task/{id}",
                "include_subtasks=true&include_markdown_description=true",
                SandboxSeed.Token
            ),
            TestContext.Current.CancellationToken
        );
        return JsonNode.Parse(response.Body.Span)!;
    }

    private static async Task ElsewhereAsync(SandboxSession session, string body)
    {
        session.Time.Advance(TimeSpan.FromSeconds(5));
        await session.Sandbox.HandleAsync(
            new SandboxRequest(
                "PUT",
                $"/api/v2/task/{TaskId}",
                Authorization: SandboxSeed.Token,
                Body: Encoding.UTF8.GetBytes(body),
                ContentType: "application/json"
            ),
            TestContext.Current.CancellationToken
        );
    }

    private static int Writes(SandboxSession session) => session.Sent.Count(static sent => sent.Method != "GET");

    private static string[] Texts(JsonNode task, string list, string member) =>
        [.. task[list]!.AsArray().Select(item => item![member]!.GetValue<string>()).Order(StringComparer.Ordinal)];

    private static string[] Values(JsonNode task) =>
        [
            .. task["custom_fields"]!
                .AsArray()
                .Where(static field => field!["value"] is not null && field["type"]!.GetValue<string>() != "votes")
                .Select(static field => $"{field!["name"]}: {field["value"]!.ToJsonString()}")
                .Order(StringComparer.Ordinal),
        ];
}
