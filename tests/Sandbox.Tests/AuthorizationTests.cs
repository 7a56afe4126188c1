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
}
