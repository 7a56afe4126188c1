using System.Buffers.Text;
using ClickUpMcp.Authorization.Tests.Support;
using ClickUpMcp.Sandbox;
using Microsoft.Net.Http.Headers;

namespace ClickUpMcp.Authorization.Tests.Sessions;

/// <summary>Which cookies there are, when they come, and that nobody else can set, read or guess one (O-04).</summary>
[Trait("Requirement", "O-04")]
[Trait("Requirement", "PA-08")]
public sealed class CookieTests
{
    private const string Form = "__Host-clickup-mcp-form";
    private const string SignIn = "__Host-clickup-mcp-sign-in";
    private const string Apps = "__Host-clickup-mcp-apps";

    [Fact]
    public async Task Every_cookie_is_of_this_host_hidden_from_scripts_sent_over_TLS_and_short_lived()
    {
        await using Place place = new();
        WebBrowser browser = place.Open();
        await Place.SignInAsync(browser, Place.AuthorizeAddress(await place.RegisterAsync()));
        await OpenAppsAsync(browser);

        browser.CookieNames.ShouldBe([Form, SignIn, Apps], ignoreOrder: true);
        foreach (SetCookieHeaderValue cookie in browser.SetCookies.Select(text => SetCookieHeaderValue.Parse(text)))
        {
            string name = cookie.Name.ToString();
            cookie.Secure.ShouldBeTrue(name);
            cookie.HttpOnly.ShouldBeTrue(name);
            cookie.Path.ToString().ShouldBe("/", name);
            cookie.Domain.HasValue.ShouldBeFalse(name);
            cookie.SameSite.ShouldBe(name == Form ? SameSiteMode.Strict : SameSiteMode.Lax, name);
            TimeSpan most = TimeSpan.FromMinutes(
                name switch
                {
                    SignIn => 10,
                    Apps => 30,
                    _ => 60,
                }
            );
            cookie.MaxAge.ShouldNotBeNull(name).ShouldBeInRange(TimeSpan.FromSeconds(1), most, name);
            Base64Url.DecodeFromChars(cookie.Value.AsSpan()).Length.ShouldBe(32, name);
        }
    }

    [Fact]
    public async Task A_no_leaves_no_cookie_of_a_sign_in_and_is_told_in_the_browser_that_said_it()
    {
        await using Place place = new();
        string address = Place.AuthorizeAddress(await place.RegisterAsync());
        WebBrowser browser = place.Open();
        Reply page = await browser.GetAsync(address);
        Reply denied = await browser.PostAsync(Paths.Consent, Place.Answer(page, "deny"));
        browser.CookieNames.ShouldBe([Form]);

        WebBrowser other = place.Open();
        await other.GetAsync(address);
        (await other.GetAsync(denied.Location!)).Location.ShouldBeNull("another browser tells the client nothing");
        Reply refusal = await browser.GetAsync(denied.Location!);
        refusal.Parameter("error").ShouldBe("access_denied");
        browser.CookieNames.ShouldBe([Form]);
        (await browser.GetAsync(denied.Location!)).Location.ShouldBeNull("nor is it told twice");
    }

    [Fact]
    public async Task Secrets_of_browsers_and_states_are_256_random_bits()
    {
        await using Place place = new();
        string client = await place.RegisterAsync();
        List<string> secrets = [];
        for (int i = 0; i < 50; i++)
        {
            WebBrowser browser = place.Open();
            Uri page = new(await Place.ConsentAsync(browser, Place.AuthorizeAddress(client)));
            secrets.Add(new Reply(303, page.AbsoluteUri, "", EmptyHeaders).Parameter("state")!.Split('.')[0]);
            secrets.Add(browser.ValueOf(SignIn));
            secrets.Add(browser.ValueOf(Form));
        }

        secrets.ShouldBeUnique();
        secrets.ShouldAllBe(secret => Base64Url.DecodeFromChars(secret).Length == 32);
        // Every character takes many values: no part of a secret is a counter or a clock. The last one has four bits.
        Enumerable.Range(0, 43).ShouldAllBe(place => secrets.Select(secret => secret[place]).Distinct().Count() > 8);
    }

    [Fact]
    [Trait("Requirement", "PA-10")]
    public async Task Who_looks_at_connected_apps_is_out_after_half_an_hour_and_on_request()
    {
        await using Place place = new();
        WebBrowser browser = place.Open();
        Reply page = await OpenAppsAsync(browser);
        // A copy of the cookie that somebody else made.
        (string Name, string Value) copy = ("Cookie", $"{Apps}={browser.ValueOf(Apps)}");
        (await place.Open().GetAsync(Paths.ConnectedApps, copy)).Body.ShouldContain(Paths.SignOut);
        await browser.PostAsync(Paths.SignOut, [("form_token", page.After($"action=\"{Paths.SignOut}\"").FormToken)]);
        browser.CookieNames.ShouldNotContain(Apps);
        (await place.Open().GetAsync(Paths.ConnectedApps, copy)).Body.ShouldContain(Paths.SignIn);

        await OpenAppsAsync(browser);
        place.Time.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        (await browser.GetAsync(Paths.ConnectedApps)).Body.ShouldContain(Paths.SignOut);
        place.Time.Advance(TimeSpan.FromSeconds(1));
        (await browser.GetAsync(Paths.ConnectedApps)).Body.ShouldContain(Paths.SignIn);
    }

    private static Microsoft.AspNetCore.Http.HeaderDictionary EmptyHeaders => [];

    private static async Task<Reply> OpenAppsAsync(WebBrowser browser)
    {
        Reply door = await browser.GetAsync(Paths.ConnectedApps);
        Reply away = await browser.PostAsync(Paths.SignIn, [("form_token", door.FormToken)]);
        await browser.GetAsync(await browser.AnswerClickUpAsync(away.Location!, SandboxSeed.MemberId));
        return await browser.GetAsync(Paths.ConnectedApps);
    }
}
