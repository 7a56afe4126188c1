using ClickUpMcp.Authorization.Tests.Support;

namespace ClickUpMcp.Authorization.Tests.Attacks;

/// <summary>Parameters that were doubled, weakened, or put where others read along.</summary>
public sealed class ParameterTests
{
    /// <summary>A second value for each parameter that decides something.</summary>
    public static TheoryData<string, string> Second { get; } =
        new()
        {
            { "client_id", "another" },
            { "redirect_uri", "https://evil.example/callback" },
            { "response_type", "token" },
            { "scope", "read write delete admin" },
            { "state", "of-the-attacker" },
            { "code_challenge", new string('A', 43) },
            { "code_challenge_method", "plain" },
            { "resource", "https://evil.example/mcp" },
        };

    [Theory]
    [MemberData(nameof(Second))]
    [Trait("Requirement", "O-01")]
    [Trait("Requirement", "O-02")]
    public async Task A_parameter_that_comes_twice_leads_to_no_page_and_no_other_address(string name, string value)
    {
        await using Place place = new();
        string address = Place.AuthorizeAddress(await place.RegisterAsync());
        string more = $"{name}={Uri.EscapeDataString(value)}";
        foreach (string doubled in (string[])[$"{address}&{more}", address.Replace("?", $"?{more}&")])
        {
            Reply reply = await place.Open().GetAsync(doubled);
            reply.Status.ShouldNotBe(200, reply.Body);
            reply.Body.ShouldNotContain("form_token");
            if (reply.Location is { } location)
            {
                location.ShouldStartWith(Place.Redirect + "?");
                reply.Parameter("error").ShouldNotBeNull();
            }
        }
    }

    [Theory]
    [InlineData("grant_type", "refresh_token")]
    [InlineData("code", "another")]
    [InlineData("code_verifier", "another")]
    [InlineData("client_id", "another")]
    [InlineData("redirect_uri", "https://evil.example/callback")]
    [InlineData("scope", "admin")]
    [Trait("Requirement", "O-01")]
    public async Task A_parameter_that_comes_twice_gets_no_tokens(string name, string value)
    {
        await using Place place = new();
        string client = await place.RegisterAsync();
        Reply answer = await Place.SignInAsync(place.Open(), Place.AuthorizeAddress(client));
        List<(string, string)> fields = Place.CodeFields(client, answer.Parameter("code")!);
        string more = fields.Select(field => field.Item1).Contains(name) ? value : "read";

        Reply reply = await place.Open().PostAsync("/token", [.. fields, (name, more), (name, value)]);

        reply.Status.ShouldBe(400, reply.Body);
        reply.Error.ShouldBe("invalid_request");
        (await place.Open().PostAsync("/token", fields)).Status.ShouldBe(200, "which ends nothing");
    }

    /// <summary>Forms that no form reader takes.</summary>
    public static TheoryData<string> Unreadable { get; } =
    [
        "code=%00",
        "%00=code",
        string.Join('&', Enumerable.Range(0, 2000).Select(i => $"a{i}=1")),
        new string('a', 5000) + "=1",
    ];

    [Theory]
    [MemberData(nameof(Unreadable))]
    [Trait("Requirement", "H-07")]
    public async Task A_form_that_cannot_be_read_is_refused_everywhere(string form)
    {
        await using Place place = new();
        foreach ((string path, IReadOnlyList<string> methods) in Paths.All)
        {
            if (methods.Contains("POST"))
            {
                Reply reply = await place
                    .Open()
                    .SendAsync(
                        "POST",
                        path,
                        form,
                        "application/x-www-form-urlencoded",
                        ("Sec-Fetch-Site", "same-origin")
                    );
                reply.Status.ShouldBe(400, path);
            }
        }
    }

    /// <summary>Ways to exchange a code without the verifier of its challenge.</summary>
    public static TheoryData<string?> Downgraded { get; } =
    [
        new TheoryDataRow<string?>(null),
        "",
        " ",
        Place.Challenge,
        "plain",
        Place.Verifier[..^1],
        Place.Verifier + "x",
        Place.Verifier.ToUpperInvariant(),
        " " + Place.Verifier,
        Place.Verifier + "\0",
    ];

    [Theory]
    [MemberData(nameof(Downgraded))]
    [Trait("Requirement", "O-01")]
    public async Task Nothing_but_the_verifier_itself_stands_for_it(string? verifier)
    {
        await using Place place = new();
        string client = await place.RegisterAsync();
        Reply answer = await Place.SignInAsync(place.Open(), Place.AuthorizeAddress(client));
        Reply reply = await place.ExchangeAsync(
            client,
            answer.Parameter("code")!,
            ("code_verifier", verifier),
            ("code_challenge_method", "plain")
        );
        reply.Status.ShouldBe(400, reply.Body);
        reply.Error.ShouldBeOneOf("invalid_grant", "invalid_request");
    }

    [Fact]
    [Trait("Requirement", "O-01")]
    public async Task A_stolen_code_put_into_the_session_of_another_is_worth_nothing_there()
    {
        await using Place place = new();
        string client = await place.RegisterAsync();
        Reply victim = await Place.SignInAsync(place.Open(), Place.AuthorizeAddress(client));

        // The attacker runs the same client, whose session sends the verifier of its own request.
        Reply injected = await place.ExchangeAsync(
            client,
            victim.Parameter("code")!,
            ("code_verifier", "the-verifier-of-the-attackers-own-session-0123456789-abc")
        );
        injected.Error.ShouldBe("invalid_grant");
    }

    [Theory]
    [InlineData("/token")]
    [InlineData("/revoke")]
    [Trait("Requirement", "A-01")]
    [Trait("Requirement", "O-09")]
    public async Task Nothing_secret_is_taken_from_a_query(string path)
    {
        await using Place place = new();
        string client = await place.RegisterAsync();
        Reply answer = await Place.SignInAsync(place.Open(), Place.AuthorizeAddress(client));
        var fields = Place.CodeFields(client, answer.Parameter("code")!);
        string query = $"{path}?{WebBrowser.Form(fields)}";

        foreach (Reply reply in (Reply[])[await place.Open().PostAsync(query, []), await place.Open().GetAsync(query)])
        {
            reply.Status.ShouldBeInRange(400, 405, reply.Body);
            reply.Body.ShouldNotContain("access_token");
        }

        (await place.Open().PostAsync("/token", fields)).Status.ShouldBe(200, "the code is still whole");
    }

    /// <summary>What asks for consent to be taken as given.</summary>
    public static TheoryData<string, string> Silent { get; } =
        new()
        {
            { "prompt", "none" },
            { "prompt", "login" },
            { "max_age", "999999" },
            { "approval_prompt", "auto" },
            { "include_granted_scopes", "true" },
            { "id_token_hint", "eyJhbGciOiJub25lIn0.e30." },
            { "login_hint", "anna@example.com" },
            { "decision", "allow" },
            { "consent", "true" },
            { "sign_in", "anything" },
            { "form_token", "anything" },
            { "request_uri", "urn:ietf:params:oauth:request_uri:1" },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    [Trait("Requirement", "O-03")]
    public async Task No_parameter_takes_the_place_of_consent(string name, string value)
    {
        await using Place place = new();
        WebBrowser browser = place.Open();
        string client = await place.RegisterAsync();
        await Place.SignInAsync(browser, Place.AuthorizeAddress(client));
        int atClickUp = place.ClickUp.Log.Count;

        Reply reply = await browser.GetAsync(Place.AuthorizeAddress(client, (name, value)));

        if (reply.Location is not null)
        {
            reply.Parameter("code").ShouldBeNull();
            reply.Parameter("error").ShouldNotBeNull();
        }

        place.ClickUp.Log.Count.ShouldBe(atClickUp);
    }
}
