namespace ClickUpMcp.Sandbox.Tests;

public sealed class AccessTests
{
    private const string Objects = $"/api/v3/workspaces/{SandboxSeed.WorkspaceId}";
    private const string List = $"{Objects}/list/{SandboxSeed.ApiListId}/acls";
    private readonly Driver _driver = new();

    [Fact]
    public async Task A_private_list_is_left_to_managers_and_those_let_in()
    {
        await PatchAsync(
            List,
            $$"""
            {"private":true,"entries":[
              {"kind":"user","id":"{{SandboxSeed.GuestId}}","permission_level":1},
              {"kind":"group","id":"{{SandboxSeed.WritersGroupId}}","permission_level":4}]}
            """
        );
        (await MembersAsync()).ShouldBe([
            SandboxSeed.OwnerId,
            SandboxSeed.AdminId,
            SandboxSeed.MemberId,
            SandboxSeed.NamesakeId,
            SandboxSeed.GuestId,
        ]);
        await PatchAsync(
            List,
            $$"""{"entries":[{"kind":"group","id":"{{SandboxSeed.WritersGroupId}}","permission_level":null}]}"""
        );
        (await MembersAsync()).ShouldBe([SandboxSeed.OwnerId, SandboxSeed.AdminId, SandboxSeed.GuestId]);
        await PatchAsync(List, """{"private":false}""");
        (await MembersAsync()).Count().ShouldBe(6);
    }

    [Fact]
    public async Task A_private_space_shows_its_members()
    {
        await PatchAsync(
            $"{Objects}/space/{SandboxSeed.OperationsSpaceId}/acls",
            $$"""{"private":true,"entries":[{"kind":"user","id":"{{SandboxSeed.MemberId}}","permission_level":5}]}"""
        );
        var space = await _driver.GetAsync($"/space/{SandboxSeed.OperationsSpaceId}");
        space.At("private").GetBoolean().ShouldBeTrue();
        space.List("members").Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(404, "list/1", "{}")]
    [InlineData(404, "planet/90152000002", "{}")]
    [InlineData(404, "list/90152000002", """{"entries":[{"kind":"user","id":"1","permission_level":1}]}""")]
    [InlineData(400, "list/90152000002", """{"entries":[{"kind":"robot","id":"1","permission_level":1}]}""")]
    [InlineData(400, "list/90152000002", """{"entries":[{"kind":"user","id":"81000003","permission_level":2}]}""")]
    public async Task Refusals_have_the_form_of_version_three(int status, string target, string body)
    {
        var response = await _driver.SendAsync("PATCH", $"{Objects}/{target}/acls", body);
        response.Status.ShouldBe(status);
        Driver.Json(response).At("status").GetInt32().ShouldBe(status);
        Driver.Json(response).TryGetProperty("ECODE", out _).ShouldBeFalse();
    }

    private async Task PatchAsync(string path, string body) => await _driver.OkAsync("PATCH", path, body);

    private async Task<IEnumerable<long>> MembersAsync() =>
        (await _driver.GetAsync($"/list/{SandboxSeed.ApiListId}/member"))
            .List("members")
            .Select(member => member.At("id").GetInt64());
}
