using System.Text.Json;

namespace ClickUpMcp.Sandbox.Tests;

public sealed class AccountTests
{
    private readonly Driver _driver = new();

    [Fact]
    public async Task Seats_count_members_and_guests()
    {
        var seats = await _driver.GetAsync($"/team/{SandboxSeed.WorkspaceId}/seats");
        seats.At("members", "filled_members_seats").GetInt32().ShouldBe(5);
        seats.At("guests", "filled_guest_seats").GetInt32().ShouldBe(1);
        (await _driver.GetAsync($"/team/{SandboxSeed.WorkspaceId}/plan")).Str("plan_name").ShouldBe("Enterprise");
    }

    [Fact]
    public async Task Bug_tasks_have_the_listed_task_type()
    {
        var types = await _driver.GetAsync($"/team/{SandboxSeed.WorkspaceId}/custom_item");
        var bug = types.List("custom_items").ShouldHaveSingleItem().At("id").GetInt64();
        var bugs = await _driver.AllTasksAsync($"/list/{SandboxSeed.BackendBugsListId}/task");
        bugs.ShouldAllBe(task => task.At("custom_item_id").GetInt64() == bug);
    }

    [Fact]
    public async Task Members_of_lists_and_tasks_are_people_of_the_workspace()
    {
        var all = (await _driver.GetAsync("/team")).List("teams")[0].List("members");
        var everyone = all.Select(member => member.At("user", "id").GetInt64()).ToList();
        var list = await _driver.GetAsync($"/list/{SandboxSeed.ApiListId}/member");
        Ids(list).ShouldBe(everyone.Where(id => id != SandboxSeed.GuestId));
        var task = await _driver.GetAsync($"/task/{SandboxSeed.RichTaskId}/member");
        Ids(task).ShouldBe([SandboxSeed.OwnerId, SandboxSeed.AdminId]);
    }

    [Fact]
    public async Task Custom_roles_name_their_people_only_on_demand()
    {
        var path = $"/team/{SandboxSeed.WorkspaceId}/customroles";
        var roles = await _driver.GetAsync(path);
        roles.Names("custom_roles").ShouldBe(["Contractor", "Team Lead"]);
        roles.List("custom_roles").ShouldAllBe(role => role.List("members").Count == 0);
        var full = await _driver.GetAsync(path + "?include_members=true");
        full.List("custom_roles")[1]
            .List("members")
            .ShouldHaveSingleItem()
            .GetInt64()
            .ShouldBe(SandboxSeed.OtherMemberId);
    }

    [Fact]
    public async Task Shared_things_are_those_of_the_caller()
    {
        var path = $"/team/{SandboxSeed.WorkspaceId}/shared";
        var mine = (await _driver.GetAsync(path)).At("shared");
        mine.Names("lists").ShouldBe(["Hiring Plan"]);
        mine.Names("folders").ShouldBe(["Office"]);
        _driver.Token = $"pk_sandbox_{SandboxSeed.GuestId}_X";
        var guests = (await _driver.GetAsync(path)).At("shared");
        guests.Names("lists").ShouldBe(["Product Launch"]);
        guests.List("tasks").ShouldHaveSingleItem().GetString().ShouldBe(SandboxSeed.SecondTaskId);
    }

    private static IEnumerable<long> Ids(JsonElement members) =>
        members.List("members").Select(member => member.At("id").GetInt64());
}
