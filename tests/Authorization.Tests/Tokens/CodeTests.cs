using ClickUpMcp.Authorization.Tests.Support;

namespace ClickUpMcp.Authorization.Tests.Tokens;

/// <summary>Codes: only with PKCE, only once, only for a minute, only for who asked (O-01).</summary>
[Trait("Requirement", "O-01")]
public sealed class CodeTests
{
    [Theory]
    [InlineData("code_challenge", null)]
    [InlineData("code_challenge_method", "plain")]
    [InlineData("code_challenge_method", null)]
    [InlineData("code_challenge_method", "S512")]
    public async Task Without_S256_nobody_is_asked(string name, string? value)
    {
        await using Place place = new();
        string client = await place.RegisterAsync();
        Reply reply = await place.Open().GetAsync(Place.AuthorizeAddress(client, (name, value)));
        reply.Status.ShouldBe(400, reply.Body);
        reply.Location.ShouldBeNull();
    }

    [Theory]
    [InlineData("code_verifier", null, "invalid_request")]
    [InlineData("code_verifier", "another-verifier-of-more-than-forty-three-characters-01", "invalid_grant")]
    [InlineData("redirect_uri", "https://client.example/other", "invalid_grant")]
    [InlineData("redirect_uri", null, "invalid_request")]
    [InlineData("code", "mcp_ac_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "invalid_grant")]
    [InlineData("code", "eyJhbGciOiJub25lIn0.e30.", "invalid_grant")]
    [InlineData("grant_type", "password", "unsupported_grant_type")]
    [InlineData("grant_type", "client_credentials", "unsupported_grant_type")]
    [InlineData("client_id", "unknown", "invalid_client")]
    public async Task A_code_without_its_request_is_worth_nothing(string name, string? value, string error)
    {
        await using Place place = new();
        string client = await place.RegisterAsync();
        Reply answer = await Place.SignInAsync(place.Open(), Place.AuthorizeAddress(client));
        Reply reply = await place.ExchangeAsync(client, answer.Parameter("code")!, (name, value));
        reply.Status.ShouldBeInRange(400, 401, reply.Body);
        reply.Error.ShouldBe(error);
    }

    [Fact]
    public async Task A_code_of_another_client_is_refused()
    {
        await using Place place = new();
        string client = await place.RegisterAsync();
        string thief = await place.RegisterAsync();
        Reply answer = await Place.SignInAsync(place.Open(), Place.AuthorizeAddress(client));
        (await place.ExchangeAsync(thief, answer.Parameter("code")!)).Error.ShouldBe("invalid_grant");
        (await place.ExchangeAsync(client, answer.Parameter("code")!)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(60, false)]
    [Trait("Requirement", "PA-10")]
    public async Task After_a_minute_a_code_is_worth_nothing(int seconds, bool isGood)
    {
        await using Place place = new();
        string client = await place.RegisterAsync();
        Reply answer = await Place.SignInAsync(place.Open(), Place.AuthorizeAddress(client));
        place.Time.Advance(TimeSpan.FromSeconds(seconds));
        Reply reply = await place.ExchangeAsync(client, answer.Parameter("code")!);
        reply.Status.ShouldBe(isGood ? 200 : 400, reply.Body);
        reply.Error.ShouldBe(isGood ? null : "invalid_grant");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(300)]
    public async Task Who_brings_a_code_again_ends_all_that_came_of_it(int seconds)
    {
        await using Place place = new();
        string client = await place.RegisterAsync();
        Reply answer = await Place.SignInAsync(place.Open(), Place.AuthorizeAddress(client));
        Reply tokens = await place.ExchangeAsync(client, answer.Parameter("code")!);
        (await place.FindAsync(tokens.Text("access_token"))).ShouldNotBeNull();

        place.Time.Advance(TimeSpan.FromSeconds(seconds));
        (await place.ExchangeAsync(client, answer.Parameter("code")!)).Error.ShouldBe("invalid_grant");
        (await place.FindAsync(tokens.Text("access_token"))).ShouldBeNull();
        (await place.RefreshAsync(client, tokens.Text("refresh_token"))).Error.ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task Of_many_who_bring_a_code_at_once_at_most_one_gets_tokens_and_they_are_revoked()
    {
        await using Place place = new();
        string client = await place.RegisterAsync();
        Reply answer = await Place.SignInAsync(place.Open(), Place.AuthorizeAddress(client));
        Reply[] replies = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(_ => Task.Run(() => place.ExchangeAsync(client, answer.Parameter("code")!)))
        );
        await place.ShouldHaveEndedAsync(client, replies);
    }

    [Theory]
    [InlineData("response_type", "token")]
    [InlineData("response_type", "id_token")]
    [InlineData("response_mode", "fragment")]
    [InlineData("response_mode", "form_post")]
    [InlineData("request", "eyJhbGciOiJub25lIn0.e30.")]
    [InlineData("request_uri", "https://evil.example/request")]
    public async Task Other_flows_are_refused_here(string name, string value)
    {
        await using Place place = new();
        string client = await place.RegisterAsync();
        Reply reply = await place.Open().GetAsync(Place.AuthorizeAddress(client, (name, value)));
        reply.Status.ShouldBe(400, reply.Body);
        reply.Location.ShouldBeNull();
    }
}
