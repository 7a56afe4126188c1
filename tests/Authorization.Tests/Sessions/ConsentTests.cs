using ClickUpMcp.Authorization.Tests.Support;
using ClickUpMcp.Sandbox;

namespace ClickUpMcp.Authorization.Tests.Sessions;

/// <summary>Nobody reaches ClickUp who did not say yes here, in this browser, to this client (O-03).</summary>
[Trait("Requirement", "O-03")]
public sealed class ConsentTests
{
    [Fact]
    public async Task A_user_whom_ClickUp_knows_already_is_asked_for_each_client_and_each_time()
    {
        await using Place place = new();
        WebBrowser browser = place.Open();
        string trusted = await place.RegisterAsync();
        await Place.SignInAsync(browser, Place.AuthorizeAddress(trusted));
        int atClickUp = place.ClickUp.Log.Count;

        // The confused deputy: the attacker's link, in the browser of someone who is signed in at ClickUp and here.
        string evil = await place.RegisterAsync("https://evil.example/callback", "Test client");
        string address = Place.AuthorizeAddress(evil, ("redirect_uri", "https://evil.example/callback"));
        foreach (string link in new[] { address, Place.AuthorizeAddress(trusted) })
        {
            Reply reply = await browser.GetAsync(link);
            reply.Status.ShouldBe(200);
            reply.Location.ShouldBeNull();
        }

        (await browser.GetAsync(address)).Body.ShouldContain("evil.example");
        place.ClickUp.Log.Count.ShouldBe(atClickUp);
    }

    [Fact]
    public async Task The_page_cannot_be_framed_kept_or_made_to_run_script()
    {
        await using Place place = new();
        string client = await place.RegisterAsync(name: "<script>alert(1)</script>\u202E\"><img src=x>");
        Reply page = await place.Open().GetAsync(Place.AuthorizeAddress(client));
        page.Body.ShouldNotContain("<script");
        page.Body.ShouldNotContain("<img");
        page.Body.ShouldNotContain("\u202E");
        string policy = page.Headers.ContentSecurityPolicy!;
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        page.Headers.CacheControl.ToString().ShouldBe("no-store");
        page.Headers["Referrer-Policy"].ToString().ShouldBe("no-referrer");
        page.Headers.XContentTypeOptions.ToString().ShouldBe("nosniff");
        page.Headers.XFrameOptions.ToString().ShouldBe("DENY");
    }

    [Fact]
    public async Task A_yes_that_another_site_sends_is_none()
    {
        await using Place place = new();
        string client = await place.RegisterAsync();
        string address = Place.AuthorizeAddress(client);
        WebBrowser victim = place.Open();
        Reply page = await victim.GetAsync(address);
        // The attacker has a page of their own; its form token is not the victim's.
        Reply own = await place.Open().GetAsync(address);
        (await victim.PostAsync("/authorize/consent", Place.Answer(own, "allow"))).Status.ShouldBe(400);

        var answer = Place.Answer(page, "allow");
        (await victim.PostAsync("/authorize/consent", answer, ("Sec-Fetch-Site", "cross-site"))).Status.ShouldBe(400);
        (await victim.PostAsync("/authorize/consent", answer, ("Sec-Fetch-Site", "same-site"))).Status.ShouldBe(400);
        (await victim.PostAsync("/authorize/consent", answer, ("Origin", "https://evil.example"))).Status.ShouldBe(400);
        (await victim.PostAsync("/authorize/consent", answer, ("Origin", "null"))).Status.ShouldBe(400);
        (await victim.PostAsync("/authorize/consent", [("decision", "allow"), ("scope", "read")])).Status.ShouldBe(400);
        (
            await victim.PostAsync(
                "/authorize/consent",
                [("form_token", page.FormToken[..^2] + "AA"), ("decision", "allow"), ("scope", "read")]
            )
        ).Status.ShouldBe(400);
        // A token of one form is none of another.
        (await victim.PostAsync("/connected-apps/sign-in", [("form_token", page.FormToken)])).Status.ShouldBe(400);
        place.Time.Advance(TimeSpan.FromMinutes(31));
        (await victim.PostAsync("/authorize/consent", answer)).Status.ShouldBe(400);
        place.ClickUp.Log.ShouldBeEmpty();

        page = await victim.GetAsync(address);
        Reply yes = await victim.PostAsync(
            "/authorize/consent",
            Place.Answer(page, "allow"),
            ("Origin", "null"),
            ("Sec-Fetch-Site", "same-origin")
        );
        yes.Status.ShouldBe(303, "so do browsers send our own page's form");
    }

    [Fact]
    public async Task No_choice_is_no_consent()
    {
        await using Place place = new();
        string client = await place.RegisterAsync();
        WebBrowser browser = place.Open();
        Reply page = await browser.GetAsync(Place.AuthorizeAddress(client));
        Reply again = await browser.PostAsync("/authorize/consent", Place.Answer(page, "allow", "admin"));
        again.Status.ShouldBe(200);
        again.FormToken.ShouldNotBeEmpty();
        (await browser.PostAsync("/authorize/consent", Place.Answer(page, "", "read"))).Location!.ShouldStartWith(
            "/authorize?"
        );
    }

    [Fact]
    public async Task The_connected_apps_page_shows_and_revokes_ones_own_grants_alone()
    {
        await using Place place = new();
        (_, Reply own) = await place.ConnectAsync();
        (_, Reply others) = await place.ConnectAsync(SandboxSeed.OwnerId);
        string ownGrant = (await place.FindAsync(own.Text("access_token")))!.GrantId;
        string otherGrant = (await place.FindAsync(others.Text("access_token")))!.GrantId;
        WebBrowser browser = place.Open();
        Reply page = await browser.GetAsync("/connected-apps");
        (
            await browser.PostAsync("/connected-apps", [("form_token", page.FormToken), ("grant", ownGrant)])
        ).Status.ShouldBe(400);
        Reply away = await browser.PostAsync("/connected-apps/sign-in", [("form_token", page.FormToken)]);
        Reply back = await browser.GetAsync(await browser.AnswerClickUpAsync(away.Location!, SandboxSeed.MemberId));
        back.Location.ShouldBe("/connected-apps");
        page = await browser.GetAsync("/connected-apps");
        page.Body.ShouldContain(ownGrant);
        page.Body.ShouldNotContain(otherGrant);

        await browser.PostAsync("/connected-apps", [("form_token", page.FormToken), ("grant", otherGrant)]);
        (await place.FindAsync(others.Text("access_token"))).ShouldNotBeNull("it is somebody else's");
        await browser.PostAsync("/connected-apps", [("form_token", page.FormToken), ("grant", ownGrant)]);
        (await place.FindAsync(own.Text("access_token"))).ShouldBeNull();
    }
}
