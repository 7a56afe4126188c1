using ClickUpMcp.Authorization.Browser;
using ClickUpMcp.Authorization.Tests.Support;
using ClickUpMcp.Sandbox;
using Microsoft.AspNetCore.WebUtilities;

namespace ClickUpMcp.Authorization.Tests.Sessions;

/// <summary>A sign-in ends in the browser that began it, once, within ten minutes (O-04).</summary>
[Trait("Requirement", "O-04")]
[Trait("Requirement", "PA-08")]
public sealed class StateTests
{
    [Fact]
    public async Task What_is_begun_in_one_browser_is_not_ended_in_another()
    {
        await using Place place = new();
        string client = await place.RegisterAsync();
        WebBrowser attacker = place.Open();
        string page = await Place.ConsentAsync(attacker, Place.AuthorizeAddress(client));
        string back = await attacker.AnswerClickUpAsync(page, SandboxSeed.MemberId);

        WebBrowser victim = place.Open();
        (await victim.GetAsync(back)).Status.ShouldBe(400);
        WebBrowser busy = place.Open();
        await Place.ConsentAsync(busy, Place.AuthorizeAddress(client));
        (await busy.GetAsync(back)).Status.ShouldBe(400, "a sign-in of its own does not help");

        Reply own = await attacker.GetAsync(back);
        own.Status.ShouldBe(303);
        (await victim.GetAsync(own.Location!)).Location.ShouldBeNull("nor does the last step work elsewhere");
        (await attacker.GetAsync(own.Location!)).Parameter("code").ShouldNotBeNull();
        (await attacker.GetAsync(own.Location!)).Location.ShouldBeNull("nor twice");
    }

    [Fact]
    [Trait("Requirement", "PA-07")]
    public async Task A_state_works_once_unchanged_and_for_ten_minutes()
    {
        await using Place place = new();
        string client = await place.RegisterAsync();
        WebBrowser browser = place.Open();
        string page = await Place.ConsentAsync(browser, Place.AuthorizeAddress(client));
        string back = await browser.AnswerClickUpAsync(page, SandboxSeed.MemberId);
        string state = new Reply(303, back, "", new Microsoft.AspNetCore.Http.HeaderDictionary()).Parameter("state")!;

        foreach (string forged in new[] { "", "x", state[..^1], state + "A", "A" + state, state.Split('.')[0] })
        {
            (
                await browser.GetAsync($"/authorize/callback?code=c&state={Uri.EscapeDataString(forged)}")
            ).Status.ShouldBe(400, forged);
        }

        (await browser.GetAsync($"/authorize/callback?code=c&state={state}&state={state}")).Status.ShouldBe(400);
        (await browser.GetAsync(back)).Status.ShouldBe(303);
        (await browser.GetAsync(back)).Status.ShouldBe(400, "a second time");

        page = await Place.ConsentAsync(browser, Place.AuthorizeAddress(client));
        back = await browser.AnswerClickUpAsync(page, SandboxSeed.MemberId);
        place.Time.Advance(TimeSpan.FromMinutes(10));
        (await browser.GetAsync(back)).Status.ShouldBe(400, "too late");
    }

    [Fact]
    public async Task The_cookie_of_a_sign_in_comes_with_the_yes_and_is_bound_to_this_host()
    {
        await using Place place = new();
        string client = await place.RegisterAsync();
        WebBrowser browser = place.Open();
        await browser.GetAsync(Place.AuthorizeAddress(client));
        browser.CookieNames.ShouldBe(["__Host-clickup-mcp-form"]);
        await Place.ConsentAsync(browser, Place.AuthorizeAddress(client));
        string cookie = browser.SetCookies.Last(text =>
            text.StartsWith("__Host-clickup-mcp-sign-in", StringComparison.Ordinal)
        );
        cookie.ShouldContain("secure", Case.Insensitive);
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
        cookie.ShouldContain("path=/", Case.Insensitive);
        cookie.ShouldNotContain("domain", Case.Insensitive);
    }

    [Fact]
    [Trait("Requirement", "PA-07")]
    public async Task No_character_of_a_state_can_be_changed_and_no_other_key_signs_one()
    {
        await using Place place = new();
        WebBrowser browser = place.Open();
        string page = await Place.ConsentAsync(browser, Place.AuthorizeAddress(await place.RegisterAsync()));
        string back = await browser.AnswerClickUpAsync(page, SandboxSeed.MemberId);
        string state = QueryHelpers.ParseQuery(new Uri(back).Query)["state"].ToString();
        string handle = state.Split('.')[0];
        using StateSeal stranger = new("the secret of another application");

        string[] forged =
        [
            stranger.Sign(handle),
            handle + ".",
            .. Enumerable
                .Range(0, state.Length)
                .Select(i => state[..i] + (state[i] == 'A' ? 'B' : 'A') + state[(i + 1)..]),
        ];
        foreach (string other in forged)
        {
            (await browser.GetAsync($"{Paths.Callback}?code=c&state={other}")).Status.ShouldBe(400, other);
        }

        (await browser.GetAsync(back)).Status.ShouldBe(303, "none of them took the step");
    }

    /// <summary>What a client asked for went through the browser; each part of it changed, left out, doubled, moved or added to.</summary>
    [Fact]
    [Trait("Requirement", "PA-07")]
    public async Task No_parameter_of_the_request_can_be_changed_before_its_answer()
    {
        await using Place place = new();
        WebBrowser browser = place.Open();
        string page = await Place.ConsentAsync(browser, Place.AuthorizeAddress(await place.RegisterAsync()));
        Reply back = await browser.GetAsync(await browser.AnswerClickUpAsync(page, SandboxSeed.MemberId));
        string[] parts = back.Location!.Split('?')[1].Split('&');
        parts.Length.ShouldBe(9, "eight of the client's, and the sign-in");

        List<IEnumerable<string>> forged = [parts.Reverse(), [.. parts, "prompt=none"]];
        for (int i = 0; i < parts.Length; i++)
        {
            string name = parts[i].Split('=')[0];
            forged.Add([.. parts[..i], .. parts[(i + 1)..]]);
            forged.Add([.. parts[..i], $"{name}=other", .. parts[(i + 1)..]]);
            forged.Add([.. parts[..i], parts[i] + "x", .. parts[(i + 1)..]]);
            forged.Add([.. parts, parts[i]]);
            forged.Add([$"{name}=other", .. parts]);
        }

        foreach (string query in forged.Select(static query => string.Join('&', query)))
        {
            Reply reply = await browser.GetAsync($"{Paths.Authorize}?{query}");
            if (reply.Location is { } location)
            {
                location.ShouldStartWith(Place.Redirect + "?", Case.Sensitive, query);
                reply.Parameter("code").ShouldBeNull(query);
            }
        }

        (await browser.GetAsync(back.Location!)).Parameter("code").ShouldNotBeNull("none of them took the step");
    }

    [Fact]
    public async Task A_sign_in_answers_the_request_that_began_it_and_no_other()
    {
        await using Place place = new();
        string client = await place.RegisterAsync();
        string evil = await place.RegisterAsync("https://evil.example/callback");
        WebBrowser browser = place.Open();
        string page = await Place.ConsentAsync(browser, Place.AuthorizeAddress(client));
        Reply back = await browser.GetAsync(await browser.AnswerClickUpAsync(page, SandboxSeed.MemberId));
        string handle = back.Location![(back.Location!.IndexOf("sign_in=", StringComparison.Ordinal) + 8)..];

        string other = Place.AuthorizeAddress(evil, ("redirect_uri", "https://evil.example/callback"));
        (await browser.GetAsync($"{other}&sign_in={handle}")).Location.ShouldBeNull();
        string wider = Place.AuthorizeAddress(client, ("scope", "read write delete admin"));
        (await browser.GetAsync($"{wider}&sign_in={handle}")).Location.ShouldBeNull();
        string challenge = Place.AuthorizeAddress(client, ("code_challenge", new string('A', 43)));
        (await browser.GetAsync($"{challenge}&sign_in={handle}")).Location.ShouldBeNull();
        (await browser.GetAsync(back.Location!)).Parameter("code").ShouldNotBeNull();
    }
}
