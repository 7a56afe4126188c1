using System.Text.Json;

namespace ClickUpMcp.Sandbox.Tests;

public sealed class GuestTests
{
    private const string Guests = $"/team/{SandboxSeed.WorkspaceId}/guest";
    private const string Gil = $"{Guests}/81000006";
    private readonly Driver _driver = new();

    [Fact]
    public async Task The_seeded_guest_sees_three_things()
    {
        var shared = (await _driver.GetAsync(Gil)).At("guest", "shared");
        shared.Names("lists").ShouldBe(["Product Launch"]);
        shared.Names("folders").ShouldBe(["Berlin"]);
        shared.Names("tasks", "id").ShouldBe([SandboxSeed.SecondTaskId]);
        shared.List("lists")[0].Str("permission_level").ShouldBe("comment");
    }

    [Fact]
    public async Task A_guest_is_invited_changed_and_removed()
    {
        var invited = await _driver.PostAsync(Guests, """{"email":"guest@else.example","can_edit_tags":true}""");
        var guest = invited.At("team").List("members")[^1];
        guest.At("can_edit_tags").GetBoolean().ShouldBeTrue();
        guest.At("can_create_views").GetBoolean().ShouldBeFalse();
        var path = $"{Guests}/{guest.At("user", "id").GetInt64()}";
        var edited = await _driver.PutAsync(path, """{"username":"Hana","can_edit_tags":false}""");
        edited.Str("guest", "user", "username").ShouldBe("Hana");
        edited.At("guest", "can_edit_tags").GetBoolean().ShouldBeFalse();
        var left = (await _driver.OkAsync("DELETE", path)).At("team").List("members");
        left.ShouldHaveSingleItem().At("user", "id").GetInt64().ShouldBe(SandboxSeed.GuestId);
        (await _driver.RefusedAsync(401, "GET", path)).ShouldBe("OAUTH_023");
    }

    [Fact]
    public async Task Members_are_no_guests()
    {
        (await _driver.RefusedAsync(401, "GET", $"{Guests}/{SandboxSeed.MemberId}")).ShouldBe("OAUTH_023");
        (await _driver.RefusedAsync(500, "GET", $"{Guests}/gil")).ShouldBe("SHARD_001");
    }

    [Theory]
    [InlineData("/list/90152000002", "lists", "API")]
    [InlineData("/folder/90151000001", "folders", "Backend")]
    public async Task Places_are_shared_and_taken_back(string place, string kind, string name)
    {
        var path = $"{place}/guest/{SandboxSeed.GuestId}";
        var added = (await _driver.PostAsync(path, """{"permission_level":"edit"}""")).At("guest", "shared");
        added.Names(kind).ShouldContain(name);
        var members = await _driver.GetAsync("/list/90152000002/member");
        members.List("members").Select(Id).ShouldContain(SandboxSeed.GuestId);
        await _driver.PostAsync(path, """{"permission_level":"read"}""");
        var again = (await _driver.GetAsync(Gil)).At("guest", "shared");
        again.List(kind)[^1].Str("permission_level").ShouldBe("read");
        again.Names(kind).Count.ShouldBe(2, "sharing again changes the level");
        await _driver.OkAsync("DELETE", path);
        (await _driver.GetAsync(Gil)).At("guest", "shared").Names(kind).ShouldNotContain(name);
        await _driver.RefusedAsync(400, "POST", path, """{"permission_level":"full"}""");
    }

    [Fact]
    public async Task Tasks_are_shared_by_either_id_and_details_left_out_on_demand()
    {
        var task = await _driver.GetAsync($"/task/{SandboxSeed.RichTaskId}");
        var query = $"custom_task_ids=true&team_id={SandboxSeed.WorkspaceId}";
        var path = $"/task/{task.Str("custom_id")}/guest/{SandboxSeed.GuestId}?{query}";
        var shared = (await _driver.PostAsync(path, """{"permission_level":"edit"}""")).At("guest", "shared");
        shared.Names("tasks", "id").ShouldBe([SandboxSeed.SecondTaskId, SandboxSeed.RichTaskId]);
        var bare = await _driver.PostAsync(path + "&include_shared=false", """{"permission_level":"edit"}""");
        bare.At("guest", "shared").List("tasks").ShouldBeEmpty();
        var members = await _driver.GetAsync($"/task/{SandboxSeed.RichTaskId}/member");
        members.List("members").Select(Id).ShouldContain(SandboxSeed.GuestId);
        await _driver.OkAsync("DELETE", path);
        await _driver.RefusedAsync(401, "POST", $"/task/none/guest/{SandboxSeed.GuestId}", """{}""");
    }

    private static long Id(JsonElement person) => person.At("id").GetInt64();
}
