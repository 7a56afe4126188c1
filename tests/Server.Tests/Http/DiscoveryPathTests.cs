using System.Net;
using ClickUpMcp.Server.Tests.Transport;

namespace ClickUpMcp.Tests.Http;

/// <summary>What clients get that look for a sign-in which is not there, and what stays silent.</summary>
public sealed class DiscoveryPathTests
{
    public static TheoryData<string, string> Paths =>
        new()
        {
            { "GET", "/.well-known/oauth-protected-resource" },
            { "GET", "/.well-known/oauth-protected-resource/mcp" },
            { "GET", "/.well-known/oauth-authorization-server" },
            { "GET", "/.well-known/oauth-authorization-server/mcp" },
            { "GET", "/.well-known/openid-configuration" },
            { "GET", "/mcp/.well-known/openid-configuration" },
            { "POST", "/register" },
            { "POST", "/oauth/register" },
            { "GET", "/authorize" },
            { "POST", "/token" },
        };

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_path_of_OAuth_says_how_to_authenticate_here(string method, string path)
    {
        using var tokens = new TokenFile(("anna", TokenFile.Anna));
        await using HttpServer guarded = await HttpServer.StartAsync(
            new FakeGateway(),
            options => options.Http.TokensFile = tokens.Path
        );
        await using HttpServer open = await HttpServer.StartAsync(new FakeGateway());
        (await BodyAsync(guarded, method, path)).ShouldContain("Authorization: Bearer");
        (await BodyAsync(open, method, path)).ShouldContain("Nobody has to authenticate");
    }

    [Fact]
    public async Task Neither_such_a_path_nor_an_unknown_method_is_a_line_of_the_log()
    {
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway());
        await BodyAsync(server, "GET", "/.well-known/oauth-protected-resource");
        using HttpResponseMessage response = await server.ModernAsync("no/such");
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        server.Log.ShouldBeEmpty();
    }

    private static async Task<string> BodyAsync(HttpServer server, string method, string path)
    {
        using HttpResponseMessage response = await server.SendAsync(
            new HttpMethod(method),
            method == "POST" ? "{}" : null,
            [(":path", path)]
        );
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
