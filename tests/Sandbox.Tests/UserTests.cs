using System.Text.Json;

namespace ClickUpMcp.Sandbox.Tests;

public sealed class UserTests
{
    private const string Users = $"/team/{SandboxSeed.WorkspaceId}/user";
    private readonly Driver _driver = new();

    [Fact]
    public async Task An_invited_user_has_no_name_until_they_join_and_shows_in_the_workspace()
    {
        var team = (await _driver.PostAsync(Users, """{"email":"new@acme.example","admin":true}""")).At("team");
        team.List("roles").Count.ShouldBe(6);
        var user = team.List("members")[^1].At("user");
        user.Str("username").ShouldBeNull();
        user.At("role").GetInt32().ShouldBe(2);
        user.Str("date_joined").ShouldBeNull();

        var seen = (await _driver.GetAsync("/team")).List("teams")[0].List("members")[^1];
        seen.Str("user", "email").ShouldBe("new@acme.example");
        var read = await _driver.GetAsync($"{Users}/{user.At("id").GetInt64()}");
        read.At("member", "invited_by", "id").GetInt64().ShouldBe(SandboxSeed.OwnerId);
        await _driver.RefusedAsync(400, "POST", Users, """{"email":"NEW@acme.example"}""");
        (await _driver.RefusedAsync(400, "POST", Users, """{"email":"nobody"}""")).ShouldBe("INPUT_003");
    }

    [Fact]
    public async Task A_user_is_renamed_and_gets_another_role()
    {
        const string Path = $"{Users}/81000003";
        var member = await _driver.PutAsync(
            Path,
            $$"""{"username":"Carla Bianchi","admin":true,"custom_role_id":{{SandboxSeed.TeamLeadRoleId}}}"""
        );
        member.Str("member", "user", "username").ShouldBe("Carla Bianchi");
        member.Str("member", "user", "custom_role", "name").ShouldBe("Team Lead");
        var roles = await _driver.GetAsync($"/team/{SandboxSeed.WorkspaceId}/customroles?include_members=true");
        Ids(roles.List("custom_roles")[1].List("members")).ShouldBe([81000003, SandboxSeed.OtherMemberId]);
        await _driver.RefusedAsync(400, "PUT", Path, """{"custom_role_id":1}""");
        await _driver.RefusedAsync(400, "PUT", $"{Users}/{SandboxSeed.OwnerId}", """{"admin":false}""");
    }

    [Fact]
    public async Task A_removed_user_is_gone_from_the_workspace_and_its_groups()
    {
        var path = $"{Users}/{SandboxSeed.OtherMemberId}";
        var left = (await _driver.OkAsync("DELETE", path)).At("team").List("members");
        left.Select(member => member.At("user", "id").GetInt64()).ShouldNotContain(SandboxSeed.OtherMemberId);
        (await _driver.RefusedAsync(401, "GET", path)).ShouldBe("OAUTH_023");
        var groups = await _driver.GetAsync($"/group?team_id={SandboxSeed.WorkspaceId}");
        groups.List("groups")[0].List("members").Count.ShouldBe(2);
        await _driver.RefusedAsync(400, "DELETE", $"{Users}/{SandboxSeed.OwnerId}");
    }

    [Fact]
    public async Task Users_and_guests_need_the_enterprise_plan()
    {
        var driver = new Driver(new SandboxOptions { RequestsPerMinute = 0, SecondWorkspace = true });
        var team = $"/team/{SandboxSeed.SecondWorkspaceId}";
        (await driver.RefusedAsync(403, "GET", $"{team}/user/{SandboxSeed.OwnerId}")).ShouldBe("TEAM_110");
        (await driver.RefusedAsync(403, "POST", $"{team}/guest", """{"email":"a@b.example"}""")).ShouldBe("TEAM_110");
        (await driver.GetAsync($"{team}/plan")).Str("plan_name").ShouldBe("Unlimited");
        (await driver.GetAsync($"/team/{SandboxSeed.WorkspaceId}/plan")).Str("plan_name").ShouldBe("Enterprise");
    }

    private static IEnumerable<long> Ids(List<JsonElement> numbers) => numbers.Select(number => number.GetInt64());
}
