namespace ClickUpMcp.Sandbox.Tests;

public sealed class RoutingTests
{
    private readonly Driver _driver = new();

    [Fact]
    public async Task An_unknown_route_is_APP_001() =>
        (await _driver.RefusedAsync(404, "GET", "/nowhere")).ShouldBe("APP_001");

    [Fact]
    public async Task A_wrong_method_returns_an_HTML_page()
    {
        var response = await _driver.SendAsync("PATCH", $"/task/{SandboxSeed.RichTaskId}", "{}");
        response.Status.ShouldBe(404);
        response.ContentType.ShouldNotBeNull().ShouldStartWith("text/html");
        Driver.Text(response).ShouldStartWith("<html>");
    }

    [Fact]
    public async Task Version_3_has_its_own_error_body()
    {
        var response = await _driver.SendAsync("GET", "/api/v3/workspaces/1/nowhere");
        response.Status.ShouldBe(404);
        var body = Driver.Json(response);
        body.At("status").GetInt32().ShouldBe(404);
        body.Str("message").ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("/space/abc", 500, "SHARD_001")]
    [InlineData("/list/abc", 500, "SHARD_001")]
    [InlineData("/folder/abc", 500, "SHARD_001")]
    [InlineData("/team/abc/space", 500, "SHARD_001")]
    [InlineData("/space/1", 404, "ITEM_015")]
    [InlineData("/list/1", 404, "OAUTH_055")]
    [InlineData("/folder/1", 401, "OAUTH_023")]
    [InlineData("/team/1/space", 401, "OAUTH_023")]
    [InlineData("/task/nope", 401, "OAUTH_027")]
    [InlineData("/task/nope/comment", 401, "OAUTH_027")]
    public async Task Ids_that_do_not_exist_are_refused_as_on_the_wire(string path, int status, string code) =>
        (await _driver.RefusedAsync(status, "GET", path)).ShouldBe(code);

    [Fact]
    public async Task Broken_JSON_is_a_400() =>
        await _driver.RefusedAsync(400, "POST", $"/list/{SandboxSeed.ApiListId}/task", "{\"name\":");

    [Fact]
    public async Task A_fixed_segment_wins_over_a_parameter()
    {
        var current = await _driver.GetAsync($"/team/{SandboxSeed.WorkspaceId}/time_entries/current");
        current.At("data").EnumerateObject().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_log_lists_requests_in_order_without_control_requests()
    {
        await _driver.GetAsync("/user");
        await _driver.RefusedAsync(401, "GET", "/task/nope?a=1");
        await _driver.GetAsync("/__sandbox/log");
        _driver
            .Server.Log.Select(static entry => entry with { At = default })
            .ShouldBe([
                new SandboxLogEntry("GET", "/api/v2/user", "", 200) { IsAuthorized = true },
                new SandboxLogEntry("GET", "/api/v2/task/nope", "a=1", 401) { IsAuthorized = true },
            ]);
        _driver.Token = null;
        var log = await _driver.GetAsync("/__sandbox/log");
        log.EnumerateArray().Select(entry => entry.At("status").GetInt32()).ShouldBe([200, 401]);
    }

    [Fact]
    public async Task Reset_brings_the_seed_back()
    {
        await _driver.SendAsync("DELETE", $"/task/{SandboxSeed.RichTaskId}");
        await _driver.RefusedAsync(401, "GET", $"/task/{SandboxSeed.RichTaskId}");
        await _driver.PostAsync("/__sandbox/reset", "");
        _driver.Server.Log.ShouldBeEmpty();
        await _driver.GetAsync($"/task/{SandboxSeed.RichTaskId}");
    }
}
