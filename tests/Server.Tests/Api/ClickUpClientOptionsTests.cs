using ClickUpMcp.Api;
using ClickUpMcp.Errors;

namespace ClickUpMcp.Tests.Api;

public class ClickUpClientOptionsTests
{
    [Theory]
    [InlineData("https://api.clickup.com")]
    [InlineData(" https://api.clickup.com/ ")]
    [InlineData("https://clickup.com")]
    [InlineData("https://API.ClickUp.com:8443")]
    [InlineData("http://localhost:8080")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("http://[::1]:8080/")]
    public void S_01_ClickUps_hosts_and_loopback_are_accepted(string text) =>
        ClickUpClientOptions.ParseBaseUrl(text).AbsolutePath.ShouldBe("/");

    [Theory]
    [InlineData("https://example.org:8443")]
    [InlineData("https://clickup.com.evil.example")]
    [InlineData("https://evilclickup.com")]
    [InlineData("https://api.clickup.com.")]
    [InlineData("https://clickup.co")]
    [InlineData("https://xn--clickp-nva.com")]
    [InlineData("https://169.254.169.254")]
    [InlineData("https://127.0.0.1.nip.io")]
    public void S_01_any_other_host_needs_the_operators_word(string text)
    {
        ActionableException error = Should.Throw<ActionableException>(() => ClickUpClientOptions.ParseBaseUrl(text));
        error.Next!.ShouldContain("--allow-other-api-host");
        ClickUpClientOptions.ParseBaseUrl(text, allowsOtherHost: true).AbsolutePath.ShouldBe("/");
    }

    [Theory]
    [InlineData("")]
    [InlineData("api.clickup.com")]
    [InlineData("http://api.clickup.com")]
    [InlineData("http://127.0.0.1.evil.example")]
    [InlineData("http://localhost.evil.example")]
    [InlineData("http://localhost@evil.example")]
    [InlineData("http://0.0.0.0")]
    [InlineData("http://10.0.0.1")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:secret@api.clickup.com")]
    [InlineData("https://api.clickup.com/api/v2")]
    [InlineData("https://api.clickup.com?x=1")]
    [InlineData("https://api.clickup.com#x")]
    public void S_01_anything_else_is_refused_with_advice(string text)
    {
        ActionableException error = Should.Throw<ActionableException>(() => ClickUpClientOptions.ParseBaseUrl(text));
        error.Next!.ShouldContain("CLICKUP_API_BASE_URL");
        Should.Throw<ActionableException>(() => ClickUpClientOptions.ParseBaseUrl(text, allowsOtherHost: true));
        TestClient.Shown(error).ShouldNotContain("secret");
    }
}
