using ClickUpMcp.Authorization.Tests.Support;

namespace ClickUpMcp.Authorization.Tests.Tokens;

/// <summary>Refresh tokens: each works once, and its replay ends the grant (O-08); none gives more than there was (O-07).</summary>
public sealed class RefreshTests
{
    [Fact]
    [Trait("Requirement", "O-08")]
    public async Task Each_refresh_gives_new_tokens_and_the_replay_of_an_old_one_ends_the_family()
    {
        await using Place place = new();
        (string client, Reply first) = await place.ConnectAsync();
        Reply second = await place.RefreshAsync(client, first.Text("refresh_token"));
        second.Status.ShouldBe(200, second.Body);
        second.Text("refresh_token").ShouldNotBe(first.Text("refresh_token"));
        second.Text("access_token").ShouldNotBe(first.Text("access_token"));
        (await place.FindAsync(second.Text("access_token"))).ShouldNotBeNull();

        (await place.RefreshAsync(client, first.Text("refresh_token"))).Error.ShouldBe("invalid_grant");
        (await place.FindAsync(second.Text("access_token"))).ShouldBeNull();
        (await place.RefreshAsync(client, second.Text("refresh_token"))).Error.ShouldBe("invalid_grant");
    }

    [Fact]
    [Trait("Requirement", "O-08")]
    [Trait("Requirement", "PA-10")]
    [Trait("Requirement", "PB-04")]
    public async Task Access_ends_after_an_hour_and_what_is_not_refreshed_after_thirty_days()
    {
        await using Place place = new();
        (string client, Reply tokens) = await place.ConnectAsync();
        place.Time.Advance(TimeSpan.FromMinutes(59));
        (await place.FindAsync(tokens.Text("access_token"))).ShouldNotBeNull();
        place.Time.Advance(TimeSpan.FromMinutes(1));
        (await place.FindAsync(tokens.Text("access_token"))).ShouldBeNull();

        place.Time.Advance(TimeSpan.FromDays(29));
        Reply next = await place.RefreshAsync(client, tokens.Text("refresh_token"));
        next.Status.ShouldBe(200, next.Body);
        place.Time.Advance(TimeSpan.FromDays(29));
        next = await place.RefreshAsync(client, next.Text("refresh_token"));
        next.Status.ShouldBe(200, "what is used goes on");
        place.Time.Advance(TimeSpan.FromDays(30));
        (await place.RefreshAsync(client, next.Text("refresh_token"))).Status.ShouldBeGreaterThanOrEqualTo(400);
    }

    [Fact]
    [Trait("Requirement", "O-08")]
    [Trait("Requirement", "PB-04")]
    public async Task A_token_is_refreshed_before_it_expires_and_there_is_no_gap()
    {
        await using Place place = new();
        TimeSpan minute = TimeSpan.FromMinutes(1);
        (string client, Reply tokens) = await place.ConnectAsync();
        place.Time.Advance(minute);
        for (int hour = 0; hour < 24; hour++)
        {
            TimeSpan life = TimeSpan.FromSeconds(tokens.Json.GetProperty("expires_in").GetInt32());
            life.ShouldBeInRange(3 * minute, 60 * minute);
            place.Time.Advance(life - 2 * minute);
            string old = tokens.Text("access_token");
            (await place.FindAsync(old)).ShouldNotBeNull();
            tokens = await place.RefreshAsync(client, tokens.Text("refresh_token"));
            (await place.FindAsync(tokens.Text("access_token"))).ShouldNotBeNull();
            place.Time.Advance(minute);
            (await place.FindAsync(old)).ShouldBeNull("a refresh makes no token live longer");
            (await place.FindAsync(tokens.Text("access_token"))).ShouldNotBeNull();
        }
    }

    [Fact]
    [Trait("Requirement", "O-08")]
    public async Task Of_many_who_bring_a_refresh_token_at_once_at_most_one_gets_tokens_and_they_are_revoked()
    {
        await using Place place = new();
        (string client, Reply tokens) = await place.ConnectAsync();
        Reply[] replies = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(_ => Task.Run(() => place.RefreshAsync(client, tokens.Text("refresh_token"))))
        );
        await place.ShouldHaveEndedAsync(client, replies);
        (await place.FindAsync(tokens.Text("access_token"))).ShouldBeNull("all of the family");
    }

    [Fact]
    [Trait("Requirement", "O-08")]
    public async Task A_refresh_token_is_its_clients_alone()
    {
        await using Place place = new();
        (_, Reply tokens) = await place.ConnectAsync();
        string thief = await place.RegisterAsync();
        (await place.RefreshAsync(thief, tokens.Text("refresh_token"))).Error.ShouldBe("invalid_grant");
    }

    [Fact]
    [Trait("Requirement", "O-07")]
    public async Task A_refresh_narrows_scopes_and_never_widens_them()
    {
        await using Place place = new();
        (string client, Reply tokens) = await place.ConnectAsync();
        Reply wider = await place.RefreshAsync(client, tokens.Text("refresh_token"), ("scope", "read write delete"));
        wider.Status.ShouldBe(400, wider.Body);
        Reply narrow = await place.RefreshAsync(client, tokens.Text("refresh_token"), ("scope", "read"));
        narrow.Status.ShouldBe(200, narrow.Body);
        (await place.FindAsync(narrow.Text("access_token")))!.Scopes.ShouldBe(["read"]);
    }

    [Fact]
    [Trait("Requirement", "O-07")]
    public async Task What_a_refresh_narrowed_no_later_one_widens_again()
    {
        await using Place place = new();
        string part = Place.Resource + "/9012000001";
        (string client, Reply tokens) = await place.ConnectAsync();
        Reply narrow = await place.RefreshAsync(
            client,
            tokens.Text("refresh_token"),
            ("scope", "read"),
            ("resource", part)
        );
        narrow.Status.ShouldBe(200, narrow.Body);
        string refresh = narrow.Text("refresh_token");

        (await place.RefreshAsync(client, refresh, ("scope", "read write"))).Error.ShouldBe("invalid_grant");
        (await place.RefreshAsync(client, refresh, ("resource", Place.Resource))).Error.ShouldBe("invalid_target");
        Reply same = await place.RefreshAsync(client, refresh);
        same.Status.ShouldBe(200, "a refusal uses nothing up");
        string access = same.Text("access_token");
        (await place.FindAsync(access, part)).ShouldNotBeNull().Scopes.ShouldBe(["read"]);
        (await place.FindAsync(access)).ShouldBeNull();
    }

    [Fact]
    [Trait("Requirement", "O-07")]
    [Trait("Requirement", "PB-03")]
    public async Task Only_what_the_user_left_ticked_is_granted()
    {
        await using Place place = new();
        string client = await place.RegisterAsync();
        Reply answer = await Place.SignInAsync(
            place.Open(),
            Place.AuthorizeAddress(client),
            Sandbox.SandboxSeed.MemberId,
            "read",
            "admin"
        );
        Reply tokens = await place.ExchangeAsync(client, answer.Parameter("code")!);
        tokens.Text("scope").ShouldBe("read");
        (await place.FindAsync(tokens.Text("access_token")))!.Scopes.ShouldBe(["read"]);
    }

    [Theory]
    [InlineData("https://evil.example/mcp")]
    [InlineData("https://mcp.example.com")]
    [InlineData("https://mcp.example.com/mcpx")]
    [InlineData("https://mcp.example.com/mcp/../admin")]
    [InlineData("https://mcp.example.com.evil.example/mcp")]
    [InlineData("http://mcp.example.com/mcp")]
    [Trait("Requirement", "O-07")]
    public async Task Another_resource_is_refused_where_the_client_hears_it(string resource)
    {
        await using Place place = new();
        string client = await place.RegisterAsync();
        Reply reply = await place.Open().GetAsync(Place.AuthorizeAddress(client, ("resource", resource)));
        reply.Parameter("error").ShouldBe("invalid_target");
        reply.Parameter("iss").ShouldBe(Place.Issuer);
    }

    [Fact]
    [Trait("Requirement", "O-07")]
    public async Task A_token_is_good_for_its_resource_and_its_parts_alone()
    {
        await using Place place = new();
        string part = Place.Resource + "/9012000001";
        (string client, Reply tokens) = await place.ConnectAsync(changes: ("resource", part));
        string access = tokens.Text("access_token");
        (await place.FindAsync(access, part)).ShouldNotBeNull();
        (await place.FindAsync(access)).ShouldBeNull();
        (await place.FindAsync(access, Place.Resource + "/9012000002")).ShouldBeNull();
        (await place.FindAsync(access, "https://evil.example/mcp")).ShouldBeNull();

        Reply wider = await place.RefreshAsync(client, tokens.Text("refresh_token"), ("resource", Place.Resource));
        wider.Error.ShouldBe("invalid_target");
        (await place.RefreshAsync(client, tokens.Text("refresh_token"), ("resource", part))).Status.ShouldBe(200);

        (_, Reply whole) = await place.ConnectAsync();
        (await place.FindAsync(whole.Text("access_token"), part)).ShouldNotBeNull();
    }

    [Fact]
    [Trait("Requirement", "O-07")]
    [Trait("Requirement", "PB-03")]
    public async Task Unknown_scopes_are_refused_and_no_scope_means_the_least()
    {
        await using Place place = new();
        string client = await place.RegisterAsync();
        Reply reply = await place.Open().GetAsync(Place.AuthorizeAddress(client, ("scope", "read everything")));
        reply.Parameter("error").ShouldBe("invalid_scope");

        (_, Reply tokens) = await place.ConnectAsync(changes: ("scope", null));
        (await place.FindAsync(tokens.Text("access_token")))!.Scopes.ShouldBe(["read"]);
    }
}
