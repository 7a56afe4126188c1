using System.Text.Json;

namespace ClickUpMcp.Sandbox.Tests;

public sealed class UserGroupTests
{
    private const string All = $"/group?team_id={SandboxSeed.WorkspaceId}";
    private readonly Driver _driver = new();

    [Fact]
    public async Task Groups_are_listed_for_one_workspace_and_by_id()
    {
        (await _driver.GetAsync(All)).Names("groups").ShouldBe(["Developers", "Writers"]);
        (await _driver.GetAsync($"{All}&group_ids={SandboxSeed.WritersGroupId}")).Names("groups").ShouldBe(["Writers"]);
        await _driver.RefusedAsync(400, "GET", "/group");
        (await _driver.RefusedAsync(401, "GET", "/group?team_id=1")).ShouldBe("OAUTH_023");
    }

    [Fact]
    public async Task A_group_is_created_changed_and_deleted()
    {
        var made = await _driver.PostAsync(
            $"/team/{SandboxSeed.WorkspaceId}/group",
            $$"""{"name":"Night Shift","members":[{{SandboxSeed.AdminId}}]}"""
        );
        made.Str("handle").ShouldBe("night-shift");
        var path = $"/group/{made.Str("id")}";
        var changed = await _driver.PutAsync(
            path,
            $$$"""{"name":"Shift","members":{"add":[{{{SandboxSeed.MemberId}}}],"rem":[{{{SandboxSeed.AdminId}}}]}}"""
        );
        changed.Str("name").ShouldBe("Shift");
        Ids(changed).ShouldBe([SandboxSeed.MemberId]);
        Ids(await _driver.PutAsync(path, $$"""{"members":[{{SandboxSeed.AdminId}}]}"""))
            .ShouldBe([SandboxSeed.MemberId], "an array is ignored");
        await _driver.OkAsync("DELETE", path);
        (await _driver.GetAsync(All)).Names("groups").ShouldNotContain("Shift");
        (await _driver.RefusedAsync(401, "PUT", path, "{}")).ShouldBe("OAUTH_023");
    }

    [Fact]
    public async Task A_group_needs_a_name_and_people_of_the_workspace()
    {
        var path = $"/team/{SandboxSeed.WorkspaceId}/group";
        await _driver.RefusedAsync(400, "POST", path, """{"members":[]}""");
        await _driver.RefusedAsync(400, "POST", path, """{"name":"X","members":[5]}""");
        (await _driver.GetAsync(All)).List("groups").Count.ShouldBe(2);
    }

    private static IEnumerable<long> Ids(JsonElement group) =>
        group.List("members").Select(member => member.At("id").GetInt64());
}
