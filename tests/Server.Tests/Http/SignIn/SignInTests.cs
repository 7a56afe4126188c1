using System.Net;
using System.Text.Json;
using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.SignIn;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Transport.Http;

namespace ClickUpMcp.Tests.Http;

/// <summary>A client is let in by its user over the real host, with the sandbox behind it.</summary>
public sealed class SignInTests
{
    private const string Resource = "http://localhost:3000/mcp";

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
    [Trait("Requirement", "A-01")]
    [Trait("Requirement", "A-04")]
    public async Task Only_an_access_token_of_this_server_in_its_header_lets_in_and_for_an_hour()
    {
        ManualTimeProvider time = new();
        await using Guest guest = await Guest.StartAsync(time: time);
        await using Guest other = await Guest.StartAsync(time: time);
        (string client, JsonElement tokens) = await guest.ConnectAsync(Resource);
        (_, JsonElement foreign) = await other.ConnectAsync(Resource);
        string access = tokens.GetProperty("access_token").GetString()!;
        string[] wrong =
        [
            tokens.GetProperty("refresh_token").GetString()!,
            foreign.GetProperty("access_token").GetString()!,
            access + "x",
            access[..^1],
            access.Replace("mcp_at_", "mcp_rt_", StringComparison.Ordinal),
            access.Replace("mcp_at_", "", StringComparison.Ordinal),
            client,
        ];
        foreach (string token in wrong)
        {
            string challenge = await RefusedAsync(guest, TokenFile.Bearer(token));
            challenge.ShouldContain("error=\"invalid_token\"");
            challenge.ShouldContain("resource_metadata=");
        }

        foreach (string name in (string[])["access_token", "token", "bearer_token", "authorization"])
        {
            string challenge = await RefusedAsync(guest, (":path", $"/mcp?{name}={access}"));
            challenge.ShouldEndWith("scope=\"read\"");
            await RefusedAsync(guest, ("Cookie", $"{name}={access}"));
        }

        time.Advance(TimeSpan.FromMinutes(60) - TimeSpan.FromSeconds(1));
        using HttpResponseMessage good = await guest.Server.CallAsync(
            "get_current_user",
            headers: TokenFile.Bearer(access)
        );
        good.StatusCode.ShouldBe(HttpStatusCode.OK);
        time.Advance(TimeSpan.FromSeconds(1));
        (await RefusedAsync(guest, TokenFile.Bearer(access))).ShouldContain("error=\"invalid_token\"");
    }

    [Fact]
    [Trait("Promise", "PB-03")]
    public async Task A_client_begins_with_reading_and_asks_for_more_when_it_is_told_to()
    {
        const string Task = """{"task":"86abc0001"}""";
        await using Guest guest = await Guest.StartAsync();
        (await RefusedAsync(guest)).ShouldEndWith("scope=\"read\"");
        (_, JsonElement tokens) = await guest.ConnectAsync(Resource);
        tokens.GetProperty("scope").GetString().ShouldBe("read");
        (string, string) reader = TokenFile.Bearer(tokens.GetProperty("access_token").GetString()!);
        using HttpResponseMessage refused = await guest.Server.CallAsync("delete_task", Task, reader);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        string challenge = refused.Headers.WwwAuthenticate.Single().ToString();
        challenge.ShouldContain("error=\"insufficient_scope\"");
        challenge.ShouldEndWith("scope=\"read delete\"");

        (_, tokens) = await guest.ConnectAsync(Resource, "read delete");
        tokens.GetProperty("scope").GetString().ShouldBe("read delete");
        (string, string) deleter = TokenFile.Bearer(tokens.GetProperty("access_token").GetString()!);
        using HttpResponseMessage writes = await guest.Server.CallAsync("update_task", Task, deleter);
        writes.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using HttpResponseMessage deleted = await guest.Server.CallAsync("delete_task", Task, deleter);
        deleted.StatusCode.ShouldBe(HttpStatusCode.OK);
        using HttpResponseMessage still = await guest.Server.CallAsync("delete_task", Task, reader);
        still.StatusCode.ShouldBe(HttpStatusCode.Forbidden, "the older grant is what it was");
    }

    [Theory]
    [InlineData("accessTokenMinutes", 1, 24 * 60)]
    [InlineData("refreshTokenDays", 1, 30)]
    [Trait("Promise", "PB-04")]
    public void Tokens_live_no_longer_than_a_day_and_thirty_days_whatever_is_set(string key, int least, int most)
    {
        Setting setting = SignInSettings.All.Single(row => row.Key == key);
        setting.Apply(new ServerOptions(), $"{least}");
        setting.Apply(new ServerOptions(), $"{most}");
        foreach (int beyond in (int[])[least - 1, most + 1])
        {
            Should.Throw<FormatException>(() => setting.Apply(new ServerOptions(), $"{beyond}"));
        }
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
            ("bindTokens", "network,client"),
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
        signIn.BindTokensTo.ShouldBe(["client", "network"]);
        signIn.AccessTokenMinutes.ShouldBe(90);
        signIn.RefreshTokenDays.ShouldBe(7);
    }

    /// <summary>Calls a tool, which is refused for want of a good token; returns what the client is told to do.</summary>
    private static async Task<string> RefusedAsync(Guest guest, params (string, string)[] headers)
    {
        using HttpResponseMessage refused = await guest.Server.CallAsync("get_current_user", headers: headers);
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        return refused.Headers.WwwAuthenticate.Single().ToString();
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
}
