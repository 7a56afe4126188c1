using System.Net;
using System.Text.Json;
using ClickUpMcp.Server.Tests.Transport;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Http;

/// <summary>What clients that sign in are told, and where.</summary>
public sealed class ResourceMetadataTests
{
    private const string WellKnown = "/.well-known/oauth-protected-resource";

    public static TheoryData<string, string> Documents =>
        new()
        {
            { WellKnown, "https://mcp.example.com/mcp" },
            { WellKnown + "/mcp", "https://mcp.example.com/mcp" },
            { WellKnown + "/mcp/9001", "https://mcp.example.com/mcp/9001" },
            { WellKnown + "/mcp/9001/core", "https://mcp.example.com/mcp/9001/core" },
        };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_03_the_document_names_the_resource_exactly(string path, string resource)
    {
        await using HttpServer server = await StartAsync(new FakeGrants());
        using HttpResponseMessage reply = await server.SendAsync(
            HttpMethod.Get,
            null,
            [(":path", path), ("X-Forwarded-Host", "evil.example"), ("Forwarded", "host=evil.example;proto=http")]
        );
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        reply.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        (await HttpServer.JsonAsync(reply))
            .GetRawText()
            .ShouldBe(
                $$"""{"resource":"{{resource}}","authorization_servers":["https://mcp.example.com"],"scopes_supported":["read"],"bearer_methods_supported":["header"],"resource_name":"ClickUp"}"""
            );
    }

    [Theory]
    [InlineData("/mcp")]
    [InlineData("/mcp/9001")]
    [InlineData("/mcp/9001/core")]
    [Trait("Requirement", "A-01")]
    [Trait("Promise", "PB-03")]
    public async Task A_03_a_refusal_points_to_the_document_of_what_was_asked_for(string path)
    {
        await using HttpServer server = await StartAsync(new FakeGrants());
        using HttpResponseMessage refused = await server.PostAsync(HttpServer.Handshake, (":path", path));
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        string challenge = refused.Headers.WwwAuthenticate.Single().ToString();
        challenge.ShouldBe(
            $"Bearer realm=\"clickup-mcp\", resource_metadata=\"https://mcp.example.com{WellKnown}{path}\", scope=\"read\""
        );
        using HttpResponseMessage reply = await server.SendAsync(HttpMethod.Get, null, [(":path", WellKnown + path)]);
        JsonElement document = await HttpServer.JsonAsync(reply);
        document.GetProperty("resource").GetString().ShouldBe($"https://mcp.example.com{path}");
        document.GetRawText().ShouldNotContain("offline_access");
    }

    [Fact]
    [Trait("Promise", "PB-03")]
    public async Task A_03_the_operator_says_what_clients_ask_for_at_first()
    {
        await using HttpServer server = await StartAsync(new FakeGrants(), ToolScopes.Read | ToolScopes.Write);
        using HttpResponseMessage refused = await server.PostAsync(HttpServer.Handshake);
        refused.Headers.WwwAuthenticate.Single().ToString().ShouldEndWith("scope=\"read write\"");
    }

    [Theory]
    [InlineData(WellKnown + "/")]
    [InlineData(WellKnown + "/other")]
    [InlineData(WellKnown + "x")]
    [InlineData(WellKnown + "/mcp/a/b/c")]
    [InlineData(WellKnown + "/mcp/..%2f")]
    [Trait("Requirement", "A-02")]
    public async Task There_is_no_document_of_anything_else(string path)
    {
        await using HttpServer server = await StartAsync(new FakeGrants());
        using HttpResponseMessage reply = await server.SendAsync(HttpMethod.Get, null, [(":path", path)]);
        ((int)reply.StatusCode).ShouldBeOneOf(400, 403, 404);
    }

    [Fact]
    [Trait("Requirement", "A-04")]
    public async Task A_token_is_good_for_the_resource_that_it_was_made_for()
    {
        FakeGrants grants = new();
        await using HttpServer server = await StartAsync(grants);
        string part = grants.Give("part", resource: FakeGrants.Resource + "/9001");
        string foreign = grants.Give("foreign", resource: "https://other.example.com/mcp");
        (await StatusAsync(server, part, "/mcp/9001")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(server, part, "/mcp")).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(server, foreign, "/mcp")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpServer server, string token, string path)
    {
        using HttpResponseMessage reply = await server.ModernAsync(
            "tools/list",
            headers: [(":path", path), TokenFile.Bearer(token)]
        );
        return reply.StatusCode;
    }

    private static Task<HttpServer> StartAsync(FakeGrants grants, ToolScopes initial = ToolScopes.Read) =>
        HttpServer.StartAsync(
            new FakeGateway(),
            FakeGrants.Configure,
            access: grants.Services with
            {
                InitialScopes = initial,
            }
        );
}
