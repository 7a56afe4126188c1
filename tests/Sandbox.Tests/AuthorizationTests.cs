using System.Text;

namespace ClickUpMcp.Sandbox.Tests;

public sealed class AuthorizationTests
{
    private const string Path = "/oauth/token";
    private readonly Driver _driver = new(new SandboxOptions { RequestsPerMinute = 0, Tokens = [SandboxSeed.Token] })
    {
        Token = null,
    };

    [Theory]
    [InlineData("", """{"client_id":"A","client_secret":"B","code":"code_81000003"}""")]
    [InlineData("", "client_id=A&client_secret=B&code=code_81000003")]
    [InlineData("?client_id=A&client_secret=B&code=code_81000003", null)]
    public async Task A_code_becomes_a_token_once(string query, string? body)
    {
        var token = (await _driver.OkAsync("POST", Path + query, body)).Str("access_token");
        await _driver.RefusedAsync(400, "POST", Path + query, body);
        _driver.Token = $"Bearer {token}";
        (await _driver.GetAsync("/user")).At("user", "id").GetInt64().ShouldBe(SandboxSeed.MemberId);
    }

    [Fact]
    public async Task All_three_are_needed_and_nothing_else_is_open()
    {
        await _driver.RefusedAsync(400, "POST", Path, """{"client_id":"A","code":"C"}""");
        (await _driver.RefusedAsync(400, "GET", "/user")).ShouldBe("OAUTH_017");
    }

    [Fact]
    public async Task The_page_sends_whoever_connects_back_with_a_code_of_theirs_and_with_the_state()
    {
        const string Query = "?client_id=A&redirect_uri=https%3A%2F%2Fapp.example%2Fback%3Fx%3D1&state=s%26t";
        var page = await _driver.SendAsync("GET", "/api" + Query);
        page.Status.ShouldBe(200);
        Encoding.UTF8.GetString(page.Body.Span).ShouldContain($"value=\"{SandboxSeed.MemberId}\"");

        var fields = $"{Query[1..]}&user={SandboxSeed.MemberId}";
        var connected = await _driver.SendAsync("POST", "/api", fields);
        connected.Status.ShouldBe(303);
        var location = connected.Headers.Single(header => header.Key == "Location").Value;
        location.ShouldStartWith($"https://app.example/back?x=1&code=c_{SandboxSeed.MemberId}_");
        location.ShouldEndWith("&state=s%26t");
        var cancelled = await _driver.SendAsync("POST", "/api", fields + "&answer=cancel");
        cancelled
            .Headers.Single(header => header.Key == "Location")
            .Value.ShouldBe("https://app.example/back?x=1&error=access_denied&state=s%26t");
        await _driver.RefusedAsync(400, "GET", "/api?client_id=A&redirect_uri=javascript:alert(1)");
    }
}
