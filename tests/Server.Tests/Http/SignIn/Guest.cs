using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Access;
using ClickUpMcp.Sandbox;

namespace ClickUpMcp.Tests.Http;

/// <summary>A server that lets sign in, and a browser.</summary>
internal sealed partial class Guest(HttpServer server, AccessServices access) : IAsyncDisposable
{
    private const string Redirect = "http://127.0.0.1:7777/callback";
    private const string Verifier = "a-verifier-of-more-than-forty-three-characters-0123456789";

    private readonly Dictionary<string, string> _cookies = [];

    // Like a browser, but for redirections, which the test looks at.
    private readonly HttpClient _client = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
        }
    )
    {
        BaseAddress = server.Client.BaseAddress,
    };

    public HttpServer Server => server;

    public static ServerOptions Options()
    {
        ServerOptions options = new()
        {
            Sandbox = true,
            CallsPerMinute = 0,
            Audit = "none",
        };
        options.Http.Listen = new IPEndPoint(IPAddress.Loopback, 0);
        options.Http.PublicUrl = new Uri("http://localhost:3000");
        options.Http.SignIn.ClientId = "APP";
        options.Http.DrainSeconds = 0;
        return options;
    }

    /// <summary>Headers that its client sends with each request of its own.</summary>
    public (string Name, string Value)[] ClientHeaders { get; set; } = [];

    public static async Task<Guest> StartAsync(Action<ServerOptions>? configure = null, TimeProvider? time = null)
    {
        time ??= TimeProvider.System;
        ServerOptions options = Options();
        configure?.Invoke(options);
        CompositionRoot root = new(time);
        AccessServices access = await root.CreateAccessAsync(options);
        return new Guest(
            await HttpServer.StartAsync(root.CreateTenants(options, access), options, time, access),
            access
        );
    }

    public async Task<JsonElement> JsonAsync(string path)
    {
        using HttpResponseMessage reply = await SendAsync(HttpMethod.Get, path);
        return await HttpServer.JsonAsync(reply);
    }

    public async Task<(string Client, JsonElement Tokens)> ConnectAsync(string resource, string scopes = "read")
    {
        using HttpResponseMessage registered = await server.SendAsync(
            HttpMethod.Post,
            $$"""{"redirect_uris":["{{Redirect}}"],"token_endpoint_auth_method":"none"}""",
            [(":path", "/register")]
        );
        string client = (await HttpServer.JsonAsync(registered)).GetProperty("client_id").GetString()!;
        string challenge = System.Buffers.Text.Base64Url.EncodeToString(
            SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))
        );
        string authorize =
            $"/authorize?response_type=code&client_id={client}&redirect_uri={Uri.EscapeDataString(Redirect)}"
            + $"&code_challenge={challenge}&code_challenge_method=S256&scope={Uri.EscapeDataString(scopes)}&resource={Uri.EscapeDataString(resource)}";
        using HttpResponseMessage page = await SendAsync(HttpMethod.Get, authorize);
        string html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using HttpResponseMessage allowed = await SendAsync(
            HttpMethod.Post,
            "/authorize/consent",
            [
                ("form_token", FormToken().Match(html).Groups["token"].Value),
                ("decision", "allow"),
                .. scopes.Split(' ').Select(static scope => ("scope", scope)),
            ]
        );
        Uri clickUp = allowed.Headers.Location!;
        clickUp.AbsolutePath.ShouldBe("/sandbox/api");
        using HttpResponseMessage asked = await SendAsync(HttpMethod.Get, clickUp.PathAndQuery);
        asked.StatusCode.ShouldBe(HttpStatusCode.OK);
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(clickUp.Query);
        using HttpResponseMessage connected = await SendAsync(
            HttpMethod.Post,
            clickUp.PathAndQuery,
            ("client_id", query["client_id"].ToString()),
            ("redirect_uri", query["redirect_uri"].ToString()),
            ("state", query["state"].ToString()),
            ("user", SandboxSeed.MemberId.ToString()),
            ("answer", "connect")
        );
        using HttpResponseMessage back = await SendAsync(HttpMethod.Get, connected.Headers.Location!.PathAndQuery);
        using HttpResponseMessage done = await SendAsync(HttpMethod.Get, back.Headers.Location!.OriginalString);
        var answer = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(done.Headers.Location!.Query);
        using HttpResponseMessage tokens = await SendAsync(
            HttpMethod.Post,
            "/token",
            ("grant_type", "authorization_code"),
            ("client_id", client),
            ("code", answer["code"].ToString()),
            ("code_verifier", Verifier),
            ("redirect_uri", Redirect)
        );
        return (client, await HttpServer.JsonAsync(tokens));
    }

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        params (string Name, string Value)[] fields
    )
    {
        using HttpRequestMessage request = new(method, new Uri(path, UriKind.Relative));
        if (_cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(pair => $"{pair.Key}={pair.Value}")));
        }

        foreach ((string name, string value) in ClientHeaders)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (fields.Length > 0)
        {
            request.Content = new FormUrlEncodedContent(
                fields.Select(field => KeyValuePair.Create(field.Name, field.Value))
            );
        }

        HttpResponseMessage reply = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        foreach (string cookie in reply.Headers.TryGetValues("Set-Cookie", out var values) ? values : [])
        {
            string[] pair = cookie.Split(';')[0].Split('=', 2);
            _cookies[pair[0]] = pair[1];
        }

        return reply;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await server.DisposeAsync();
        await access.DisposeAsync();
    }

    [GeneratedRegex("name=\"form_token\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FormToken();
}
