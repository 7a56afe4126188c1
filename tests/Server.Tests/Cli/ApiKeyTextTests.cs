using ClickUpMcp.Hosting;

namespace ClickUpMcp.Tests.Cli;

/// <summary>A key that cannot be one is refused with what is wrong with it, and is never repeated.</summary>
public sealed class ApiKeyTextTests
{
    [Theory]
    [InlineData("${CLICKUP_API_KEY}", "placeholder")]
    [InlineData("$CLICKUP_API_KEY", "placeholder")]
    [InlineData("${env:CLICKUP_API_KEY}", "placeholder")]
    [InlineData("{{CLICKUP_API_KEY}}", "placeholder")]
    [InlineData("%CLICKUP_API_KEY%", "placeholder")]
    [InlineData("<your-token>", "placeholder")]
    [InlineData("Bearer pk_1_SECRETSECRET", "without \"Bearer\"")]
    [InlineData("bearer SECRETSECRET", "without \"Bearer\"")]
    [InlineData("pk_1 SECRETSECRET", "without spaces")]
    public void What_is_wrong_is_said(string key, string expected)
    {
        string message = Should.Throw<FormatException>(() => SettingValues.ApiKey(key)).Message;

        message.ShouldContain(expected);
        message.ShouldNotContain("SECRET");
    }

    [Theory]
    [InlineData("pk_1_ABC")]
    [InlineData("81000001_abcdef")]
    [InlineData("eyJhbGciOi.J9")]
    public void A_key_is_taken(string key) => SettingValues.ApiKey(key).Reveal().ShouldBe(key);
}
