using System.Text.Json;

namespace ClickUpMcp.Sandbox.Tests;

/// <summary>What the parameters do that few clients use: groups, approvals, closed conversations, archived tasks of templates.</summary>
public sealed class ParameterTests
{
    private const string Chat = $"/api/v3/workspaces/{SandboxSeed.WorkspaceId}/chat";
    private const string Channels = $"{Chat}/channels";
    private const string Comments = $"/task/{SandboxSeed.RichTaskId}/comment";

    private readonly Driver _driver = new();

    [Fact]
    public async Task A_comment_is_assigned_to_a_group_and_changed_to_another()
    {
        var made = await _driver.PostAsync(
            Comments,
            $$"""{"comment_text":"x","group_assignee":"{{SandboxSeed.WritersGroupId}}"}"""
        );
        var id = made.At("id").GetInt64();
        (await NewestAsync()).Str("group_assignee", "name").ShouldBe("Writers");

        await _driver.PutAsync($"/comment/{id}", $$"""{"group_assignee":"{{SandboxSeed.DevelopersGroupId}}"}""");
        (await NewestAsync()).Str("group_assignee", "id").ShouldBe(SandboxSeed.DevelopersGroupId);

        await _driver.RefusedAsync(400, "POST", Comments, """{"comment_text":"x","group_assignee":"nobody"}""");
        await _driver.OkAsync("DELETE", $"/group/{SandboxSeed.DevelopersGroupId}");
        (await NewestAsync()).TryGetProperty("group_assignee", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_message_has_a_group_and_followers_of_the_workspace()
    {
        const string Path = $"{Channels}/{SandboxSeed.GeneralChannelId}/messages";
        var made = await _driver.SendAsync(
            "POST",
            Path,
            $$"""{"type":"message","content":"x","group_assignee":"{{SandboxSeed.WritersGroupId}}","followers":["81000003"]}"""
        );
        made.Status.ShouldBe(201);
        Driver.Json(made).Str("group_assignee").ShouldBe(SandboxSeed.WritersGroupId);
        await _driver.RefusedAsync(400, "POST", Path, """{"type":"message","content":"x","followers":["1"]}""");
        await _driver.RefusedAsync(400, "POST", Path, """{"type":"message","content":"x","group_assignee":"1"}""");
    }

    [Fact]
    public async Task Closed_conversations_are_listed_on_demand_and_open_when_they_are_created_again()
    {
        (await IdsAsync("")).ShouldNotContain(SandboxSeed.ClosedDirectMessageId);
        (await IdsAsync("?include_closed=true")).ShouldContain(SandboxSeed.ClosedDirectMessageId);

        var opened = await _driver.PostAsync($"{Channels}/direct_message", """{"user_ids":["81000004"]}""");

        opened.Str("data", "id").ShouldBe(SandboxSeed.ClosedDirectMessageId);
        (await IdsAsync("")).ShouldContain(SandboxSeed.ClosedDirectMessageId);
    }

    [Fact]
    public async Task Channels_are_filtered_by_the_time_of_their_latest_message() =>
        (await IdsAsync($"?with_message_since={_driver.Now - (60 * 60_000)}")).ShouldBe([SandboxSeed.PrivateChannelId]);

    [Fact]
    public async Task Archived_tasks_of_a_template_come_along_on_demand()
    {
        const string Path = $"/space/{SandboxSeed.EngineeringSpaceId}/list_template/{SandboxSeed.SprintTemplateId}";
        (await TasksAsync("""{"name":"A"}""")).ShouldBe(["Planning", "Retrospective"], ignoreOrder: true);
        (await TasksAsync("""{"name":"B","options":{"archived":1}}""")).ShouldContain("Estimation poker");
        await _driver.RefusedAsync(400, "POST", Path, """{"name":"C","options":{"archived":3}}""");

        async Task<List<string?>> TasksAsync(string body)
        {
            var list = await _driver.PostAsync(Path, body);
            return (await _driver.GetAsync($"/list/{list.Str("id")}/task?archived=true")).Names("tasks");
        }
    }

    [Fact]
    public async Task A_moved_folders_tasks_change_their_type()
    {
        const string Tasks = $"/list/{SandboxSeed.BackendBugsListId}/task?include_closed=true&subtasks=true";
        var before = (await _driver.GetAsync(Tasks)).List("tasks").Select(Type).ToList();
        var used = before.First();

        await _driver.PutAsync(
            $"/folder/{SandboxSeed.BackendFolderId}/position",
            $$$"""{"space_id":"{{{SandboxSeed.OperationsSpaceId}}}","custom_type_map":{"{{{used}}}":1}}"""
        );

        (await _driver.GetAsync(Tasks))
            .List("tasks")
            .Select(Type)
            .ShouldBe(before.Select(type => type == used ? 1 : type), ignoreOrder: true);
    }

    [Theory]
    [InlineData("", false, false)]
    [InlineData("&include_approval_details=true", true, false)]
    [InlineData("&include_approval_history=true", false, true)]
    public async Task An_approval_shows_what_was_asked_for(string query, bool hasStatus, bool hasHistory)
    {
        var entries = await _driver.GetAsync(
            $"/team/{SandboxSeed.WorkspaceId}/time_entries?assignee=81000001,81000002,81000003,81000004&start_date=1{query}"
        );
        var approvals = entries
            .List("data")
            .Where(entry => Has(entry, "approval"))
            .Select(entry => entry.At("approval"))
            .ToList();

        approvals.Count.ShouldBeGreaterThanOrEqualTo(hasStatus || hasHistory ? 1 : 0);
        approvals.Select(approval => Has(approval, "approver_id")).ShouldAllBe(isThere => isThere == hasStatus);
        approvals.Select(approval => Has(approval, "history")).ShouldAllBe(isThere => isThere == hasHistory);
    }

    [Fact]
    public async Task Date_and_priority_of_a_list_are_unset()
    {
        const string Path = $"/list/{SandboxSeed.ApiListId}";
        await _driver.PutAsync(Path, """{"due_date":1798750800000,"priority":2}""");
        var emptied = await _driver.PutAsync(Path, """{"unset_due_date":true,"unset_priority":true}""");

        emptied.At("priority").ValueKind.ShouldBe(JsonValueKind.Null);
        emptied.At("due_date").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_built_in_role_takes_the_place_of_a_custom_one()
    {
        const string Path = $"/team/{SandboxSeed.WorkspaceId}/user/81000003";
        await _driver.PutAsync(Path, $$"""{"custom_role_id":{{SandboxSeed.TeamLeadRoleId}}}""");
        var member = await _driver.PutAsync(Path, """{"username":"Carla","admin":true,"custom_role_id":2}""");

        member.At("member", "user", "role").GetInt32().ShouldBe(2);
        member.At("member", "user", "custom_role", "id").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private static bool Has(JsonElement element, string name) => element.TryGetProperty(name, out _);

    private static long Type(JsonElement task) => task.At("custom_item_id").GetInt64();

    private async Task<List<string?>> IdsAsync(string query) =>
        (await _driver.GetAsync(Channels + query)).Names("data", "id");

    private async Task<JsonElement> NewestAsync() => (await _driver.GetAsync(Comments)).List("comments")[0];
}
