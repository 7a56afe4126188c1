using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Access;
using ClickUpMcp.Hosting.SignIn;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Transport.Http;

namespace ClickUpMcp.Tests.Http;

/// <summary>A client is let in by its user over the real host, with the sandbox behind it.</summary>
public sealed partial class SignInTests
{
    private const string Redirect = "http://127.0.0.1:7777/callback";
    private const string Verifier = "a-verifier-of-more-than-forty-three-characters-0123456789";

    [Fact]
    [Trait("Requirement", "A-05")]
    [Trait("Promise", "PB-01")]
    public async Task From_the_refusal_to_a_tool_call_and_out_again()
    {
        await using Guest guest = await Guest.StartAsync();
        using HttpResponseMessage refused = await guest.Server.CallAsync("get_current_user");
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        refused.Headers.WwwAuthenticate.ToString().ShouldContain("/.well-known/oauth-protected-resource");
        JsonElement resource = await guest.JsonAsync("/.well-known/oauth-protected-resource/mcp");
        string issuer = resource.GetProperty("authorization_servers")[0].GetString()!;
        JsonElement metadata = await guest.JsonAsync("/.well-known/oauth-authorization-server");
        metadata.GetProperty("issuer").GetString().ShouldBe(issuer);

        (string client, JsonElement tokens) = await guest.ConnectAsync(resource.GetProperty("resource").GetString()!);
        (string, string) bearer = ("Authorization", $"Bearer {tokens.GetProperty("access_token").GetString()}");
        using HttpResponseMessage answer = await guest.Server.CallAsync("get_current_user", "{}", bearer);
        string text = await HttpServer.TextAsync(answer);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        text.ShouldContain(SandboxSeed.MemberId.ToString(), customMessage: "the user who signed in, not the server's");

        using HttpResponseMessage revoked = await guest.SendAsync(
            HttpMethod.Post,
            "/revoke",
            ("client_id", client),
            ("token", tokens.GetProperty("refresh_token").GetString()!)
        );
        revoked.StatusCode.ShouldBe(HttpStatusCode.OK);
        using HttpResponseMessage over = await guest.Server.CallAsync("get_current_user", "{}", bearer);
        over.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    [Trait("Requirement", "H-01")]
    public async Task Under_a_foreign_name_there_is_no_page_and_without_the_setting_none_at_all()
    {
        await using Guest guest = await Guest.StartAsync();
        foreach (string path in new[] { "/authorize", "/connected-apps", "/sandbox/api" })
        {
            using HttpResponseMessage reply = await guest.Server.SendAsync(
                HttpMethod.Get,
                null,
                [(":path", path), ("Host", "evil.example")]
            );
            reply.StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        }

        await using HttpServer plain = await HttpServer.StartAsync();
        foreach (
            HttpRoute route in HttpRoutes.All.Where(route =>
                route.Kind is HttpRouteKind.SignIn or HttpRouteKind.SandboxPage
            )
        )
        {
            using HttpResponseMessage reply = await plain.SendAsync(HttpMethod.Get, null, [(":path", route.Path)]);
            reply.StatusCode.ShouldBe(HttpStatusCode.NotFound, route.Path);
        }
    }

    [Fact]
    public async Task What_belongs_together_must_be_whole()
    {
        await RefusesAsync(static options => options.Http.PublicUrl = null, "--public-url");
        await RefusesAsync(static options => options.Http.PublicUrl = new Uri("http://mcp.example.com"), "https");
        await RefusesAsync(static options => options.Sandbox = false, "CLICKUP_MCP_OAUTH_CLIENT_SECRET");
    }

    [Theory]
    [InlineData("javascript")]
    [InlineData("https")]
    [InlineData("Cursor")]
    [InlineData("a b")]
    public void Schemes_that_are_no_applications_cannot_be_listed(string scheme)
    {
        Setting setting = SignInSettings.All.Single(row => row.Key == "oauthRedirectSchemes");
        Should.Throw<FormatException>(() => setting.Apply(new ServerOptions(), scheme));
    }

    [Fact]
    public void Each_setting_is_heard()
    {
        ServerOptions options = new();
        (string Key, string Value)[] all =
        [
            ("oauthClientId", "ID"),
            ("oauthClientSecret", "SECRET"),
            ("noRegistration", "true"),
            ("noClientDocuments", "true"),
            ("oauthRedirectHosts", "claude.ai"),
            ("oauthRedirectSchemes", "cursor"),
            ("accessTokenMinutes", "90"),
            ("refreshTokenDays", "7"),
        ];
        SignInSettings.All.Select(row => row.Key).ShouldBe(all.Select(row => row.Key));
        foreach ((string key, string value) in all)
        {
            SignInSettings.All.Single(row => row.Key == key).Apply(options, value);
        }

        SignInOptions signIn = options.Http.SignIn;
        signIn.ClientId.ShouldBe("ID");
        signIn.ClientSecret!.Reveal().ShouldBe("SECRET");
        signIn.AllowsRegistration.ShouldBeFalse();
        signIn.AllowsClientDocuments.ShouldBeFalse();
        signIn.RedirectHosts.ShouldBe(["claude.ai"]);
        signIn.RedirectSchemes.ShouldBe(["cursor"]);
        signIn.AccessTokenMinutes.ShouldBe(90);
        signIn.RefreshTokenDays.ShouldBe(7);
    }

    private static async Task RefusesAsync(Action<ServerOptions> change, string hint)
    {
        ServerOptions options = Guest.Options();
        change(options);
        OptionsException refusal = await Should.ThrowAsync<OptionsException>(() =>
            new CompositionRoot(TimeProvider.System).CreateAccessAsync(options)
        );
        refusal.Message.ShouldContain(hint);
    }

    [GeneratedRegex("name=\"form_token\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FormToken();

    /// <summary>A server that lets sign in, and a browser.</summary>
    private sealed class Guest(HttpServer server, AccessServices access) : IAsyncDisposable
    {
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

        public static async Task<Guest> StartAsync()
        {
            ServerOptions options = Options();
            CompositionRoot root = new(TimeProvider.System);
            AccessServices access = await root.CreateAccessAsync(options);
            return new Guest(
                await HttpServer.StartAsync(root.CreateTenants(options, access), options, TimeProvider.System, access),
                access
            );
        }

        public async Task<JsonElement> JsonAsync(string path)
        {
            using HttpResponseMessage reply = await SendAsync(HttpMethod.Get, path);
            return await HttpServer.JsonAsync(reply);
        }

        public async Task<(string Client, JsonElement Tokens)> ConnectAsync(string resource)
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
                + $"&code_challenge={challenge}&code_challenge_method=S256&scope=read&resource={Uri.EscapeDataString(resource)}";
            using HttpResponseMessage page = await SendAsync(HttpMethod.Get, authorize);
            string html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            using HttpResponseMessage allowed = await SendAsync(
                HttpMethod.Post,
                "/authorize/consent",
                ("form_token", FormToken().Match(html).Groups["token"].Value),
                ("decision", "allow"),
                ("scope", "read")
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
    }
}
