namespace ClickUpMcp.Sandbox.Tests;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Counts_down_refuses_and_recovers_at_the_reset_time()
    {
        var driver = new Driver(new SandboxOptions { RequestsPerMinute = 2 });
        Header(await driver.SendAsync("GET", "/user"), "Remaining").ShouldBe(1);
        Header(await driver.SendAsync("GET", "/task/nope"), "Remaining").ShouldBe(0);

        var refused = await driver.SendAsync("GET", "/user");
        refused.Status.ShouldBe(429);
        Driver.Text(refused).ShouldBe("""{"err":"Rate limit reached","ECODE":"APP_002"}""");
        Header(refused, "Limit").ShouldBe(2);
        var reset = Header(refused, "Reset");

        driver.Clock.Advance(TimeSpan.FromSeconds(reset - driver.Clock.GetUtcNow().ToUnixTimeSeconds()));
        (await driver.SendAsync("GET", "/user")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Each_token_has_a_budget_of_its_own()
    {
        var driver = new Driver(new SandboxOptions { RequestsPerMinute = 1 });
        await driver.GetAsync("/user");
        (await driver.RefusedAsync(429, "GET", "/user")).ShouldBe("APP_002");
        driver.Token = SandboxSeed.MemberToken;
        await driver.GetAsync("/user");
    }

    [Fact]
    public async Task A_refused_request_changes_nothing()
    {
        var driver = new Driver(new SandboxOptions { RequestsPerMinute = 1 });
        await driver.GetAsync("/user");
        await driver.RefusedAsync(429, "POST", $"/list/{SandboxSeed.InboxListId}/task", """{"name":"never"}""");
        driver.Clock.Advance(TimeSpan.FromMinutes(1));
        var tasks = await driver.GetAsync($"/list/{SandboxSeed.InboxListId}/task");
        tasks.Names("tasks").ShouldNotContain("never");
    }

    [Fact]
    public async Task Unlimited_claims_ten_thousand()
    {
        var driver = new Driver();
        for (var index = 0; index < 300; index++)
        {
            Header(await driver.SendAsync("GET", "/user"), "Limit").ShouldBe(10_000);
        }
    }

    private static long Header(SandboxResponse response, string name) =>
        long.Parse(response.Headers.Single(header => header.Key == "X-RateLimit-" + name).Value);
}
