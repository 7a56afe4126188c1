using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Web;
using ClickUpMcp.Driver;
using EndToEnd.Tests.Http;

namespace EndToEnd.Tests.Support;

/// <summary>What a client without a secret asks of a server that lets sign in, each time from another address where a proxy is trusted.</summary>
internal sealed class OAuthCalls(string redirect) : IDisposable
{
    private const string Verifier = "a-verifier-of-more-than-forty-three-characters-0123456789";

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });
    private int _address;

    /// <summary>Registers; returns the client's id.</summary>
    public async Task<string> RegisterAsync(SignInServer server)
    {
        using var content = JsonContent.Create(
            new Dictionary<string, object>
            {
                ["client_name"] = "A test",
                ["redirect_uris"] = new[] { redirect },
                ["token_endpoint_auth_method"] = "none",
            }
        );
        var (status, reply) = await PostAsync(server, "/register", content);
        status.ShouldBe(HttpStatusCode.Created, reply.ToString());
        return reply.GetProperty("client_id").GetString()!;
    }

    /// <summary>What the server says to a browser that comes with a client's request.</summary>
    public async Task<HttpStatusCode> AskAsync(SignInServer server, string client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Authorize(server, client));
        using var reply = await SendAsync(request);
        return reply.StatusCode;
    }

    /// <summary>Signs a user in; returns the code that the client is given.</summary>
    public async Task<string> CodeAsync(SignInServer server, string client)
    {
        using var user = new ConsentingUser();
        var end = await user.AllowAsync(Authorize(server, client), Limit.Short);
        return HttpUtility.ParseQueryString(end.Query)["code"].ShouldNotBeNull();
    }

    public async Task<JsonElement> ExchangeAsync(SignInServer server, string client, string code)
    {
        var (status, reply) = await TokenAsync(
            server,
            "/token",
            new()
            {
                ["grant_type"] = "authorization_code",
                ["code"] = code,
                ["redirect_uri"] = redirect,
                ["client_id"] = client,
                ["code_verifier"] = Verifier,
            }
        );
        status.ShouldBe(HttpStatusCode.OK, reply.ToString());
        return reply;
    }

    public Task<(HttpStatusCode Status, JsonElement Reply)> RefreshAsync(
        SignInServer server,
        string client,
        JsonElement tokens
    ) =>
        TokenAsync(
            server,
            "/token",
            new()
            {
                ["grant_type"] = "refresh_token",
                ["refresh_token"] = tokens.GetProperty("refresh_token").GetString()!,
                ["client_id"] = client,
            }
        );

    public async Task RevokeAsync(SignInServer server, string client, JsonElement tokens)
    {
        var (status, reply) = await TokenAsync(
            server,
            "/revoke",
            new() { ["token"] = tokens.GetProperty("refresh_token").GetString()!, ["client_id"] = client }
        );
        status.ShouldBe(HttpStatusCode.OK, reply.ToString());
    }

    /// <summary>What a request with the access token gets.</summary>
    public static async Task<HttpStatusCode> UseAsync(SignInServer server, JsonElement tokens)
    {
        using var client = new McpHttpClient(
            new Uri(server.Own, "/mcp"),
            isModern: true,
            ("Authorization", $"Bearer {tokens.GetProperty("access_token").GetString()}")
        );
        using var reply = await client.ListAsync(Limit.Short);
        return reply.StatusCode;
    }

    public void Dispose() => _http.Dispose();

    private Uri Authorize(SignInServer server, string client)
    {
        var query = HttpUtility.ParseQueryString("");
        query["response_type"] = "code";
        query["client_id"] = client;
        query["redirect_uri"] = redirect;
        query["code_challenge"] = Convert
            .ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)))
            .TrimEnd('=')
            .Replace('+', '-')
            .Replace('/', '_');
        query["code_challenge_method"] = "S256";
        query["scope"] = "read write";
        query["state"] = "state";
        query["resource"] = server.Mcp.ToString();
        return new Uri(server.Own, $"/authorize?{query}");
    }

    private async Task<(HttpStatusCode Status, JsonElement Reply)> TokenAsync(
        SignInServer server,
        string path,
        Dictionary<string, string> fields
    )
    {
        using var form = new FormUrlEncodedContent(fields);
        return await PostAsync(server, path, form);
    }

    private async Task<(HttpStatusCode Status, JsonElement Reply)> PostAsync(
        SignInServer server,
        string path,
        HttpContent content
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Own, path)) { Content = content };
        using var reply = await SendAsync(request);
        var text = await reply.Content.ReadAsStringAsync(Limit.Short);
        return (reply.StatusCode, text.Length == 0 ? default : JsonElement.Parse(text));
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        var number = Interlocked.Increment(ref _address);
        request.Headers.TryAddWithoutValidation(
            "X-Forwarded-For",
            $"10.{number / 65536}.{number / 256 % 256}.{number % 256}"
        );
        return _http.SendAsync(request, Limit.Short);
    }
}
