namespace ClickUpMcp.Sandbox.Tests;

public sealed class AuthenticationTests
{
    [Theory]
    [InlineData(null, 400, "OAUTH_017")]
    [InlineData("", 400, "OAUTH_017")]
    [InlineData("Bearer pk_123_ABC", 401, "OAUTH_019")]
    [InlineData("somethingelse", 401, "OAUTH_019")]
    public async Task Refuses_headers_that_ClickUp_refuses(string? header, int status, string code)
    {
        var driver = new Driver { Token = header };
        (await driver.RefusedAsync(status, "GET", "/user")).ShouldBe(code);
    }

    [Theory]
    [InlineData("pk_123_ABC")]
    [InlineData("Bearer 123_oauth")]
    public async Task Accepts_personal_tokens_raw_and_others_behind_Bearer(string header)
    {
        var driver = new Driver { Token = header };
        (await driver.GetAsync("/user")).At("user", "id").GetInt64().ShouldBe(SandboxSeed.OwnerId);
    }

    [Fact]
    public async Task Accepts_only_the_listed_tokens_where_there_is_a_list()
    {
        var driver = new Driver(new SandboxOptions { Tokens = ["pk_good", "oauth_good"] });
        driver.Token = "pk_good";
        await driver.GetAsync("/user");
        driver.Token = "Bearer oauth_good";
        await driver.GetAsync("/user");
        driver.Token = "pk_bad";
        (await driver.RefusedAsync(401, "GET", "/user")).ShouldBe("OAUTH_025");
        driver.Token = "Bearer oauth_bad";
        (await driver.RefusedAsync(401, "GET", "/user")).ShouldBe("OAUTH_019");
    }

    [Fact]
    public async Task A_strict_sandbox_knows_the_tokens_of_its_people_and_no_other()
    {
        var driver = new Driver(new SandboxOptions { RequestsPerMinute = 0, Tokens = SandboxSeed.Tokens });
        SandboxSeed.Tokens.ShouldContain(SandboxSeed.Token);
        SandboxSeed.Tokens.ShouldContain(SandboxSeed.MemberToken);
        foreach (var token in SandboxSeed.Tokens)
        {
            driver.Token = token;
            token.ShouldContain((await driver.GetAsync("/user")).At("user", "id").GetInt64().ToString());
            driver.Token = token + "x";
            (await driver.RefusedAsync(401, "GET", "/user")).ShouldBe("OAUTH_025");
            driver.Token = "Bearer " + token[3..];
            (await driver.RefusedAsync(401, "GET", "/user")).ShouldBe("OAUTH_019");
        }
    }

    [Fact]
    public async Task A_token_may_stand_for_a_member()
    {
        var driver = new Driver { Token = SandboxSeed.MemberToken };
        (await driver.GetAsync("/user")).At("user", "id").GetInt64().ShouldBe(SandboxSeed.MemberId);
    }

    [Fact]
    public async Task The_user_has_a_time_zone_in_both_spellings()
    {
        var user = (await new Driver().GetAsync("/user")).At("user");
        user.Str("timezone").ShouldBe("Europe/Berlin");
        user.Str("timezeone").ShouldBe("Europe/Berlin");
    }
}
