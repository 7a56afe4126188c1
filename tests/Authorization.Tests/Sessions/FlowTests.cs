using System.Text.Json;
using ClickUpMcp.Authorization.Tests.Support;
using ClickUpMcp.Sandbox;

namespace ClickUpMcp.Authorization.Tests.Sessions;

/// <summary>A client is let in, works, and leaves.</summary>
public sealed class FlowTests
{
    [Fact]
    [Trait("Requirement", "O-08")]
    [Trait("Requirement", "PB-04")]
    public async Task A_client_gets_opaque_tokens_that_say_what_was_allowed_and_end_when_revoked()
    {
        await using Place place = new();
        (string client, Reply tokens) = await place.ConnectAsync();

        tokens.Text("token_type").ShouldBe("Bearer");
        tokens.Json.GetProperty("expires_in").GetInt32().ShouldBe(3600);
        tokens.Headers.CacheControl.ToString().ShouldContain("no-store");
        tokens.Text("access_token").Length.ShouldBeGreaterThanOrEqualTo(43);
        tokens.Text("refresh_token").Length.ShouldBeGreaterThanOrEqualTo(43);
        tokens.Json.TryGetProperty("id_token", out _).ShouldBeFalse();

        Access access = (await place.FindAsync(tokens.Text("access_token")))!;
        access.ClientId.ShouldBe(client);
        access.Scopes.ShouldBe(["read", "write"], ignoreOrder: true);
        access.Workspaces.ShouldBe([SandboxSeed.WorkspaceId]);
        access.Owner.ShouldBe(Storage.OwnerId.Of(SandboxSeed.MemberId.ToString()));
        string upstream = (
            await place.Server.UpstreamCredentials.FindAsync(access.GrantId, TestContext.Current.CancellationToken)
        )!;
        upstream.ShouldStartWith("c_");

        Reply revoked = await place
            .Open()
            .PostAsync("/revoke", [("client_id", client), ("token", tokens.Text("refresh_token"))]);
        revoked.Status.ShouldBe(200, revoked.Body);
        (await place.FindAsync(tokens.Text("access_token"))).ShouldBeNull();
        (await place.RefreshAsync(client, tokens.Text("refresh_token"))).Error.ShouldBe("invalid_grant");
        (
            await place.Server.UpstreamCredentials.FindAsync(access.GrantId, TestContext.Current.CancellationToken)
        ).ShouldBeNull();
    }

    [Fact]
    [Trait("Requirement", "O-08")]
    public async Task Revoking_an_access_token_leaves_the_others_and_a_foreign_token_is_not_revoked()
    {
        await using Place place = new();
        (string client, Reply tokens) = await place.ConnectAsync();
        (string other, _) = await place.ConnectAsync();
        string access = tokens.Text("access_token");

        await place.Open().PostAsync("/revoke", [("client_id", other), ("token", access)]);
        (await place.FindAsync(access)).ShouldNotBeNull();
        await place.Open().PostAsync("/revoke", [("client_id", client), ("token", access)]);
        (await place.FindAsync(access)).ShouldBeNull();
        (await place.RefreshAsync(client, tokens.Text("refresh_token"))).Status.ShouldBe(200);
        (await place.Open().PostAsync("/revoke", [("client_id", client), ("token", "nonsense")])).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("/.well-known/oauth-authorization-server")]
    [InlineData("/.well-known/openid-configuration")]
    [Trait("Requirement", "O-05")]
    [Trait("Requirement", "H-11")]
    public async Task Metadata_says_what_there_is_under_the_configured_name(string path)
    {
        await using Place place = new();
        Reply reply = await place.Open().GetAsync(path, ("X-Forwarded-Host", "evil.example"));
        reply.Status.ShouldBe(200, reply.Body);
        JsonElement json = reply.Json;
        json.GetProperty("issuer").GetString().ShouldBe(Place.Issuer);
        json.GetProperty("authorization_endpoint").GetString().ShouldBe(Place.Issuer + "/authorize");
        json.GetProperty("token_endpoint").GetString().ShouldBe(Place.Issuer + "/token");
        json.GetProperty("revocation_endpoint").GetString().ShouldBe(Place.Issuer + "/revoke");
        json.GetProperty("registration_endpoint").GetString().ShouldBe(Place.Issuer + "/register");
        json.GetProperty("authorization_response_iss_parameter_supported").GetBoolean().ShouldBeTrue();
        json.GetProperty("client_id_metadata_document_supported").GetBoolean().ShouldBeTrue();
        Words(json, "code_challenge_methods_supported").ShouldBe(["S256"]);
        Words(json, "response_types_supported").ShouldBe(["code"]);
        Words(json, "grant_types_supported").ShouldBe(["authorization_code", "refresh_token"], ignoreOrder: true);
        Words(json, "scopes_supported").ShouldBe(["read", "write", "delete", "admin"], ignoreOrder: true);
        Words(json, "token_endpoint_auth_methods_supported")
            .ShouldBe(["none", "client_secret_post", "client_secret_basic"], ignoreOrder: true);
        json.TryGetProperty("jwks_uri", out _).ShouldBeFalse();
        reply.Body.ShouldNotContain("evil");
    }

    [Fact]
    [Trait("Requirement", "O-05")]
    public async Task Answers_and_refusals_name_the_issuer_and_bring_the_state_back()
    {
        await using Place place = new();
        string client = await place.RegisterAsync();
        Reply answer = await Place.SignInAsync(place.Open(), Place.AuthorizeAddress(client));
        answer.Location!.ShouldStartWith(Place.Redirect + "?");
        answer.Parameter("iss").ShouldBe(Place.Issuer);
        answer.Parameter("state").ShouldBe("client-state");

        WebBrowser browser = place.Open();
        Reply page = await browser.GetAsync(Place.AuthorizeAddress(client));
        Reply denied = await browser.PostAsync("/authorize/consent", Place.Answer(page, "deny"));
        Reply refusal = await browser.GetAsync(denied.Location!);
        refusal.Parameter("error").ShouldBe("access_denied");
        refusal.Parameter("iss").ShouldBe(Place.Issuer);
        refusal.Parameter("state").ShouldBe("client-state");
        refusal.Parameter("code").ShouldBeNull();
        place
            .ClickUp.Log.Count(entry => entry.Path == "/api/v2/oauth/token")
            .ShouldBe(1, "only the one who was allowed");
    }

    [Fact]
    public async Task A_user_who_cancels_at_ClickUp_has_refused()
    {
        await using Place place = new();
        string client = await place.RegisterAsync();
        WebBrowser browser = place.Open();
        string page = await Place.ConsentAsync(browser, Place.AuthorizeAddress(client));
        string back = await browser.AnswerClickUpAsync(page, SandboxSeed.MemberId, "cancel");
        Reply answer = await browser.GetAsync((await browser.GetAsync(back)).Location!);
        answer.Parameter("error").ShouldBe("access_denied");
    }

    [Fact]
    public async Task A_user_of_several_workspaces_chooses_and_the_token_knows_only_those()
    {
        await using Place place = new(hasSecondWorkspace: true);
        string client = await place.RegisterAsync();
        WebBrowser browser = place.Open();
        string clickUp = await Place.ConsentAsync(browser, Place.AuthorizeAddress(client));
        Reply page = await browser.GetAsync(await browser.AnswerClickUpAsync(clickUp, SandboxSeed.MemberId));
        page.Status.ShouldBe(200, page.Body);

        Reply again = await browser.PostAsync(
            "/authorize/workspaces",
            [("form_token", page.FormToken), ("decision", "allow"), ("workspace", "4711")]
        );
        again.Status.ShouldBe(200, "a workspace that the user does not have is none");
        Reply done = await browser.PostAsync(
            "/authorize/workspaces",
            [("form_token", again.FormToken), ("decision", "allow"), ("workspace", SandboxSeed.WorkspaceId)]
        );
        Reply answer = await browser.GetAsync(done.Location!);
        Reply tokens = await place.ExchangeAsync(client, answer.Parameter("code")!);
        (await place.FindAsync(tokens.Text("access_token")))!.Workspaces.ShouldBe([SandboxSeed.WorkspaceId]);
    }

    [Theory]
    [InlineData("client_secret_basic", true)]
    [InlineData("client_secret_post", false)]
    [Trait("Requirement", "O-06")]
    public async Task Clients_with_a_secret_prove_it_in_the_way_they_registered_and_no_other(
        string method,
        bool isBasic
    )
    {
        await using Place place = new();
        Reply registered = await place
            .Open()
            .PostJsonAsync(
                "/register",
                $$"""{"redirect_uris":["{{Place.Redirect}}"],"token_endpoint_auth_method":"{{method}}"}"""
            );
        string client = registered.Text("client_id");
        string secret = registered.Text("client_secret");
        Reply answer = await Place.SignInAsync(place.Open(), Place.AuthorizeAddress(client));
        var fields = Place.CodeFields(client, answer.Parameter("code")!);
        (string, string) basic = (
            "Authorization",
            "Basic " + Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"{client}:{secret}"))
        );

        (await place.Open().PostAsync("/token", fields)).Error.ShouldBe("invalid_client");
        (await place.Open().PostAsync("/token", [.. fields, ("client_secret", secret + "x")])).Error.ShouldBe(
            "invalid_client"
        );
        Reply inBody = await place
            .Open()
            .PostAsync("/token", isBasic ? [.. fields, ("client_secret", secret)] : fields, isBasic ? [] : [basic]);
        inBody.Error.ShouldBe("invalid_client");
        Reply right = isBasic
            ? await place.Open().PostAsync("/token", fields, basic)
            : await place.Open().PostAsync("/token", [.. fields, ("client_secret", secret)]);
        right.Status.ShouldBe(200, right.Body);
    }

    private static string[] Words(JsonElement json, string member) =>
        [.. json.GetProperty(member).EnumerateArray().Select(static word => word.GetString()!)];
}
