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
        (await _driver.GetAsync($"/team/{SandboxSeed.WorkspaceId}/plan")).Str("plan_name").ShouldBe("Business");
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

    private static IEnumerable<long> Ids(JsonElement members) =>
        members.List("members").Select(member => member.At("id").GetInt64());
}
