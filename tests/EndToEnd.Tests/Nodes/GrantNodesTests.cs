using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Web;
using ClickUpMcp.Driver;
using ClickUpMcp.Tests;
using EndToEnd.Tests.Http;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests.Nodes;

/// <summary>People sign in at one of two servers with one store and one public address, and it is killed.</summary>
public sealed class GrantNodesTests(StoreServers servers)
{
    private const int Users = 3;
    private const string Verifier = "a-verifier-of-more-than-forty-three-characters-0123456789";

    [Theory]
    [InlineData("postgres")]
    [InlineData("redis")]
    [Trait("Requirement", "A-08")]
    public async Task A_killed_server_takes_no_grant_with_it(string kind)
    {
        var keyFile = Path.GetTempFileName();
        PrivateFile.Write(keyFile, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        Dictionary<string, string?> environment = new()
        {
            ["CLICKUP_MCP_STORE"] = await Cluster.AddressAsync(servers, kind),
            ["CLICKUP_MCP_MASTER_KEY_FILE"] = keyFile,
        };
        await using var first = await StartAsync(environment, null);
        await using var second = await StartAsync(environment, first);
        // Where the user is sent at last is a page that anybody may see.
        var redirect = new Uri(second.Own, "/healthz").ToString();
        var client = await first.RegisterAsync(redirect, Limit.Short);
        List<JsonElement> granted = [];
        for (var user = 0; user < Users; user++)
        {
            granted.Add(await ExchangeAsync(first, client, redirect, await CodeAsync(first, client, redirect)));
        }

        var code = await CodeAsync(first, client, redirect);

        // Disposing kills: SIGKILL where there are signals.
        await first.DisposeAsync();

        granted.Add(await ExchangeAsync(second, client, redirect, code));
        foreach (var tokens in granted)
        {
            (await StatusAsync(second, tokens)).ShouldBe(HttpStatusCode.OK);
            var renewed = await RefreshAsync(second, client, tokens);
            (await StatusAsync(second, renewed)).ShouldBe(HttpStatusCode.OK);

            using var http = new HttpClient();
            using var form = new FormUrlEncodedContent(
                new Dictionary<string, string> { ["token"] = Text(renewed, "refresh_token"), ["client_id"] = client }
            );
            using var revoked = await http.PostAsync(new Uri(second.Own, "/revoke"), form, Limit.Short);
            revoked.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await StatusAsync(second, renewed)).ShouldBe(HttpStatusCode.Unauthorized);
        }

        File.Delete(keyFile);
    }

    private static Task<SignInServer> StartAsync(Dictionary<string, string?> environment, SignInServer? other) =>
        SignInServer.StartAsync(ServerBinary.Path, [], Limit.Short, environment, other);

    /// <summary>Signs a user in; returns the code that the client is given.</summary>
    private static async Task<string> CodeAsync(SignInServer server, string client, string redirect)
    {
        var challenge = Convert
            .ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)))
            .TrimEnd('=')
            .Replace('+', '-')
            .Replace('/', '_');
        var query = HttpUtility.ParseQueryString("");
        query["response_type"] = "code";
        query["client_id"] = client;
        query["redirect_uri"] = redirect;
        query["code_challenge"] = challenge;
        query["code_challenge_method"] = "S256";
        query["scope"] = "read write";
        query["state"] = "state";
        query["resource"] = server.Mcp.ToString();
        using var user = new ConsentingUser();
        var end = await user.AllowAsync(new Uri(server.Own, $"/authorize?{query}"), Limit.Short);
        return HttpUtility.ParseQueryString(end.Query)["code"].ShouldNotBeNull();
    }

    private static Task<JsonElement> ExchangeAsync(SignInServer server, string client, string redirect, string code) =>
        TokenAsync(
            server,
            new()
            {
                ["grant_type"] = "authorization_code",
                ["code"] = code,
                ["redirect_uri"] = redirect,
                ["client_id"] = client,
                ["code_verifier"] = Verifier,
            }
        );

    private static Task<JsonElement> RefreshAsync(SignInServer server, string client, JsonElement tokens) =>
        TokenAsync(
            server,
            new()
            {
                ["grant_type"] = "refresh_token",
                ["refresh_token"] = Text(tokens, "refresh_token"),
                ["client_id"] = client,
            }
        );

    private static async Task<JsonElement> TokenAsync(SignInServer server, Dictionary<string, string> fields)
    {
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent(fields);
        using var reply = await http.PostAsync(new Uri(server.Own, "/token"), form, Limit.Short);
        var text = await reply.Content.ReadAsStringAsync(Limit.Short);
        reply.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return JsonElement.Parse(text);
    }

    private static async Task<HttpStatusCode> StatusAsync(SignInServer server, JsonElement tokens)
    {
        using var client = new McpHttpClient(
            new Uri(server.Own, "/mcp"),
            isModern: true,
            ("Authorization", $"Bearer {Text(tokens, "access_token")}")
        );
        using var reply = await client.ListAsync(Limit.Short);
        return reply.StatusCode;
    }

    private static string Text(JsonElement tokens, string name) => tokens.GetProperty(name).GetString()!;
}
