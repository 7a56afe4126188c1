using System.Net;

namespace ClickUpMcp.Tests.Http;

/// <summary>What everybody may ask tells nothing of who is served.</summary>
public sealed class HealthTests
{
    [Theory]
    [InlineData("/healthz", "alive\n")]
    [InlineData("/readyz", "ready\n")]
    [Trait("Requirement", "L-03")]
    public async Task L_03_health_checks_tell_nothing_of_a_tenant(string path, string expected)
    {
        using var tokens = new TokenFile(("anna", TokenFile.Anna));
        await using HttpServer server = await HttpServer.StartAsync(options => options.Http.TokensFile = tokens.Path);
        await server.OpenSessionAsync(TokenFile.Bearer(TokenFile.Anna));
        using HttpResponseMessage call = await server.CallAsync(
            "get_current_user",
            "{}",
            TokenFile.Bearer(TokenFile.Anna),
            ("X-ClickUp-Key", "pk_1_ANNA")
        );

        using HttpResponseMessage reply = await server.Client.GetAsync(
            new Uri(server.Address, path),
            TestContext.Current.CancellationToken
        );

        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(expected);
        reply
            .Headers.Concat(reply.Content.Headers)
            .Select(static header => header.Key)
            .ShouldBeSubsetOf([
                "Date",
                "Cache-Control",
                "X-Content-Type-Options",
                "Content-Type",
                "Transfer-Encoding",
                "Content-Length",
            ]);
    }
}
