using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ClickUpMcp.Authorization.Issuers;
using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Access;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Http;

/// <summary>Tokens of the operator's own identity provider: which are good, and where its keys come from.</summary>
public sealed class IssuerTests
{
    public static TheoryData<string> Forgeries =>
        [
            "alg none",
            "alg none with a signature",
            "signed with the public key as a secret",
            "another key",
            "expired",
            "not yet valid",
            "never ends",
            "another audience",
            "no audience",
            "another issuer",
            "no issuer",
            "nobody",
            "changed afterwards",
            "without signature",
            "an unknown key",
        ];

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_04_a_token_that_is_not_good_lets_nobody_in(string forgery)
    {
        await using Trusting server = await Trusting.StartAsync();
        using HttpResponseMessage reply = await server.SendAsync(Forge(server, forgery));
        reply.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        reply.Headers.WwwAuthenticate.Single().ToString().ShouldContain("error=\"invalid_token\"");
    }

    [Fact]
    public async Task A_04_a_good_token_lets_in_with_its_scopes()
    {
        await using Trusting server = await Trusting.StartAsync();
        using HttpResponseMessage good = await server.SendAsync(server.Issuer.Make(server.Time.GetUtcNow()));
        good.StatusCode.ShouldBe(HttpStatusCode.OK);
        using HttpResponseMessage list = await server.SendAsync(
            server.Issuer.Make(
                server.Time.GetUtcNow(),
                claims =>
                {
                    claims.Remove("scope");
                    claims["scp"] = new JsonArray("read");
                    claims["aud"] = new JsonArray("https://elsewhere.example.com", FakeIssuer.Audience);
                }
            )
        );
        list.StatusCode.ShouldBe(HttpStatusCode.OK);
        using HttpResponseMessage none = await server.SendAsync(
            server.Issuer.Make(server.Time.GetUtcNow(), claims => claims["scope"] = "openid Read")
        );
        none.StatusCode.ShouldBe(HttpStatusCode.Forbidden, "words that are no scopes allow nothing");
    }

    [Fact]
    public async Task Keys_are_fetched_once_and_anew_when_a_token_names_another()
    {
        await using Trusting server = await Trusting.StartAsync();
        for (int i = 0; i < 5; i++)
        {
            (await server.StatusAsync(server.Issuer.Make(server.Time.GetUtcNow()))).ShouldBe(HttpStatusCode.OK);
        }

        server.Issuer.Fetches.ShouldBe(1);
        server.Time.Advance(TimeSpan.FromSeconds(31));
        server.Issuer.Rotate("k2");
        (await server.StatusAsync(server.Issuer.Make(server.Time.GetUtcNow()))).ShouldBe(HttpStatusCode.OK);
        server.Issuer.Fetches.ShouldBe(2);
        for (int i = 0; i < 20; i++)
        {
            string made = server.Issuer.Make(server.Time.GetUtcNow(), id: $"made-up-{i}");
            (await server.StatusAsync(made)).ShouldBe(HttpStatusCode.Unauthorized);
        }

        server.Issuer.Fetches.ShouldBe(2, "made-up ids make nobody fetch all the time");
    }

    [Fact]
    public async Task While_the_provider_is_away_its_keys_stay_good_for_a_day()
    {
        await using Trusting server = await Trusting.StartAsync();
        (await server.StatusAsync(server.Issuer.Make(server.Time.GetUtcNow()))).ShouldBe(HttpStatusCode.OK);
        server.Issuer.IsDown = true;
        server.Time.Advance(TimeSpan.FromHours(23));
        (await server.StatusAsync(server.Issuer.Make(server.Time.GetUtcNow()))).ShouldBe(HttpStatusCode.OK);
        server.Time.Advance(TimeSpan.FromHours(2));
        (await server.StatusAsync(server.Issuer.Make(server.Time.GetUtcNow()))).ShouldBe(
            HttpStatusCode.ServiceUnavailable
        );
    }

    [Theory]
    [InlineData("""{"keys":[]}""", FakeIssuer.Name)]
    [InlineData("no JSON", FakeIssuer.Name)]
    [InlineData(
        """{"keys":[{"kty":"oct","kid":"k1","k":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}]}""",
        FakeIssuer.Name
    )]
    [InlineData(null, "https://other.example.com")]
    public async Task Without_a_key_to_verify_with_nobody_is_let_in(string? keys, string issuer)
    {
        await using Trusting server = await Trusting.StartAsync();
        server.Issuer.Keys = keys;
        server.Issuer.MetadataIssuer = issuer;
        (await server.StatusAsync(server.Issuer.Make(server.Time.GetUtcNow()))).ShouldBe(
            HttpStatusCode.ServiceUnavailable
        );
    }

    [Fact]
    public async Task A_token_of_anybody_else_makes_the_server_fetch_nothing()
    {
        await using Trusting server = await Trusting.StartAsync();
        string foreign = server.Issuer.Make(server.Time.GetUtcNow(), claims => claims["iss"] = "https://evil.example");
        (await server.StatusAsync(foreign)).ShouldBe(HttpStatusCode.Unauthorized);
        (await server.StatusAsync("eyJhbGciOiJub25lIn0.e30.")).ShouldBe(HttpStatusCode.Unauthorized);
        server.Issuer.Fetches.ShouldBe(0);
    }

    [Theory]
    [InlineData("jwtIssuer", "http://id.example.com")]
    [InlineData("jwtIssuer", "id.example.com")]
    [InlineData("jwtIssuer", "https://user:pass@id.example.com")]
    [InlineData("jwtKeys", "file:///etc/passwd")]
    [InlineData("jwtKeys", "http://id.example.com/keys")]
    [InlineData("initialScopes", "read,everything")]
    [InlineData("initialScopes", "")]
    public void Settings_say_what_they_expect(string key, string value)
    {
        Setting setting = AccessSettings.All.Single(setting => setting.Key == key);
        Should.Throw<FormatException>(() => setting.Apply(new ServerOptions(), value));
    }

    [Fact]
    public void Settings_make_what_they_say()
    {
        ServerOptions options = new();
        string[] values = ["https://id.example.com", "api://clickup", "https://id.example.com/k", "write,read"];
        foreach ((Setting setting, string value) in AccessSettings.All.Zip(values))
        {
            setting.Apply(options, value);
        }

        AccessOptions access = options.Access;
        (access.JwtIssuer, access.JwtAudience, access.JwtKeys?.AbsoluteUri, access.InitialScopes).ShouldBe(
            ("https://id.example.com", "api://clickup", "https://id.example.com/k", ToolScopes.Read | ToolScopes.Write)
        );
        Should
            .Throw<OptionsException>(() =>
                AccessFactory.Create(
                    new AccessOptions { JwtIssuer = "https://id.example.com" },
                    null,
                    null,
                    null,
                    TimeProvider.System
                )
            )
            .Message.ShouldContain("--jwt-audience");
    }

    private static string Forge(Trusting server, string forgery)
    {
        DateTimeOffset now = server.Time.GetUtcNow();
        FakeIssuer issuer = server.Issuer;
        return forgery switch
        {
            "alg none" => issuer.Make(now, algorithm: "none"),
            "alg none with a signature" => issuer.Make(now, algorithm: "none") + "AAAA",
            "signed with the public key as a secret" => issuer.Make(now, algorithm: "HS256"),
            "another key" => issuer.Make(now, key: RSA.Create(2048)),
            "expired" => issuer.Make(now.AddMinutes(-6)),
            "not yet valid" => issuer.Make(now.AddMinutes(2)),
            "never ends" => issuer.Make(now, claims => claims.Remove("exp")),
            "another audience" => issuer.Make(now, claims => claims["aud"] = "https://other.example.com/mcp"),
            "no audience" => issuer.Make(now, claims => claims.Remove("aud")),
            "another issuer" => issuer.Make(now, claims => claims["iss"] = FakeIssuer.Name + "/"),
            "no issuer" => issuer.Make(now, claims => claims.Remove("iss")),
            "nobody" => issuer.Make(now, claims => claims.Remove("sub")),
            "changed afterwards" => Changed(issuer.Make(now), issuer.Make(now, claims => claims["sub"] = "ben")),
            "without signature" => issuer.Make(now)[..(issuer.Make(now).LastIndexOf('.') + 1)],
            _ => issuer.Make(now, id: "unknown"),
        };
    }

    /// <summary>What one token says, with the signature of another.</summary>
    private static string Changed(string signed, string said) =>
        said[..said.LastIndexOf('.')] + signed[signed.LastIndexOf('.')..];

    private sealed class Trusting(HttpServer server, FakeIssuer issuer, ManualTimeProvider time) : IAsyncDisposable
    {
        public FakeIssuer Issuer => issuer;

        public ManualTimeProvider Time => time;

        public static async Task<Trusting> StartAsync()
        {
            ManualTimeProvider time = new();
            FakeIssuer issuer = new();
            AccessServices access = new AccessServices().With(
                new IssuerOptions(FakeIssuer.Name, FakeIssuer.Audience, null),
                time,
                issuer
            );
            return new Trusting(await HttpServer.StartAsync(FakeGrants.Configure, time, access), issuer, time);
        }

        public Task<HttpResponseMessage> SendAsync(string token) =>
            server.CallAsync("find_tools", """{"query":"task"}""", TokenFile.Bearer(token));

        public async Task<HttpStatusCode> StatusAsync(string token)
        {
            using HttpResponseMessage reply = await SendAsync(token);
            return reply.StatusCode;
        }

        public ValueTask DisposeAsync() => server.DisposeAsync();
    }
}
