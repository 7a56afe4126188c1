using ClickUpMcp.Authorization.Tests.Support;
using ClickUpMcp.Sandbox;

namespace ClickUpMcp.Authorization.Tests.Attacks;

/// <summary>Log-in CSRF and its kin: no other site, browser or form makes a page of ours do something.</summary>
public sealed class ForeignFormTests
{
    /// <summary>What takes the answer of a page; the others of <see cref="Paths"/> that take posts are for programs, and read no cookie.</summary>
    public static TheoryData<string> Pages { get; } =
    [.. Paths.All.Where(path => path.Methods.Contains("POST")).Select(path => path.Path).Except(Programs)];

    private static string[] Programs => [Paths.Token, Paths.Revoke, Paths.Register];

    /// <summary>Ways of another site to send a form in a browser that has been here.</summary>
    public static TheoryData<string, string> Senders { get; } =
        new()
        {
            { "Sec-Fetch-Site", "cross-site" },
            { "Sec-Fetch-Site", "same-site" },
            { "Sec-Fetch-Site", "" },
            { "Origin", "https://evil.example" },
            { "Origin", "https://mcp.example.com.evil.example" },
            { "Origin", "http://mcp.example.com" },
            { "Origin", "https://mcp.example.com:8443" },
            { "Origin", "null" },
        };

    public static MatrixTheoryData<string, (string Name, string Value)> All { get; } =
        new(Pages.Select(row => row.Data), Senders.Select(row => (row.Data.Item1, row.Data.Item2)));

    [Theory]
    [MemberData(nameof(All))]
    [Trait("Requirement", "O-03")]
    [Trait("Requirement", "O-04")]
    public async Task Another_site_sends_no_form_of_ours(string path, (string Name, string Value) sender)
    {
        await using Place place = new(hasSecondWorkspace: path == Paths.Workspaces);
        (WebBrowser browser, Reply page) = await ShowAsync(place, path);
        int atClickUp = place.ClickUp.Log.Count;
        int cookies = browser.SetCookies.Count;

        Reply reply = await browser.PostAsync(path, Fields(page), (sender.Name, sender.Value));

        reply.Status.ShouldBe(400, reply.Body);
        reply.Location.ShouldBeNull();
        browser.SetCookies.Count.ShouldBe(cookies);
        place.ClickUp.Log.Count.ShouldBe(atClickUp);
        (await browser.PostAsync(path, Fields(page))).Status.ShouldBeLessThan(400, "our own page does, with the same");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    [Trait("Requirement", "O-04")]
    [Trait("Requirement", "PA-08")]
    public async Task A_form_of_one_browser_is_worth_nothing_in_another(string path)
    {
        await using Place place = new(hasSecondWorkspace: path == Paths.Workspaces);
        (WebBrowser attacker, Reply own) = await ShowAsync(place, path);
        (WebBrowser victim, _) = await ShowAsync(place, path);

        (await victim.PostAsync(path, Fields(own))).Status.ShouldBe(400);
        (await place.Open().PostAsync(path, Fields(own))).Status.ShouldBe(400);
        (await attacker.PostAsync(path, Fields(own))).Status.ShouldBeLessThan(400);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    [Trait("Requirement", "O-04")]
    [Trait("Requirement", "PA-07")]
    public async Task A_form_is_good_for_its_own_page_unchanged_and_for_half_an_hour(string path)
    {
        await using Place place = new(hasSecondWorkspace: path == Paths.Workspaces);
        (WebBrowser browser, Reply page) = await ShowAsync(place, path);
        string token = page.FormToken;
        foreach (string forged in (string[])["", "x", token[..^1], token + "A", "A" + token[1..] + "B", token[..8]])
        {
            (await browser.PostAsync(path, Fields(page, forged))).Status.ShouldBe(400, forged);
        }

        foreach (string other in Pages.Select(row => row.Data).Where(other => other != path))
        {
            (await browser.PostAsync(other, Fields(page))).Status.ShouldBe(400, other);
        }

        place.Time.Advance(TimeSpan.FromMinutes(31));
        (await browser.PostAsync(path, Fields(page))).Status.ShouldBe(400);
    }

    [Fact]
    [Trait("Requirement", "O-04")]
    public async Task Nobody_is_signed_in_to_an_account_of_an_attacker()
    {
        await using Place place = new();
        WebBrowser attacker = place.Open();
        Reply page = await attacker.GetAsync(Paths.ConnectedApps);
        Reply away = await attacker.PostAsync(Paths.SignIn, [("form_token", page.FormToken)]);
        string back = await attacker.AnswerClickUpAsync(away.Location!, SandboxSeed.OwnerId);

        WebBrowser victim = place.Open();
        await victim.GetAsync(Paths.ConnectedApps);
        (await victim.GetAsync(back)).Status.ShouldBe(400);
        victim.CookieNames.ShouldNotContain(name => name.EndsWith("-apps", StringComparison.Ordinal));
        (await victim.GetAsync(Paths.ConnectedApps)).Body.ShouldContain("Sign in at ClickUp");

        (await attacker.GetAsync(back)).Location.ShouldBe(Paths.ConnectedApps, "only where it was begun");
    }

    private static List<(string Name, string Value)> Fields(Reply page, string? token = null) =>
        [
            ("form_token", token ?? page.FormToken),
            ("decision", "allow"),
            ("scope", "read"),
            ("workspace", SandboxSeed.WorkspaceId),
            ("grant", "0"),
        ];

    /// <summary>A person's browser with the page whose form goes to a path.</summary>
    private static async Task<(WebBrowser Browser, Reply Page)> ShowAsync(Place place, string path)
    {
        WebBrowser browser = place.Open();
        switch (path)
        {
            case Paths.Consent:
                return (browser, await browser.GetAsync(Place.AuthorizeAddress(await place.RegisterAsync())));
            case Paths.Workspaces:
                string clickUp = await Place.ConsentAsync(browser, Place.AuthorizeAddress(await place.RegisterAsync()));
                return (
                    browser,
                    await browser.GetAsync(await browser.AnswerClickUpAsync(clickUp, SandboxSeed.MemberId))
                );
            case Paths.SignIn:
                return (browser, await browser.GetAsync(Paths.ConnectedApps));
            case Paths.ConnectedApps or Paths.SignOut:
                await place.ConnectAsync();
                Reply door = await browser.GetAsync(Paths.ConnectedApps);
                Reply away = await browser.PostAsync(Paths.SignIn, [("form_token", door.FormToken)]);
                await browser.GetAsync(await browser.AnswerClickUpAsync(away.Location!, SandboxSeed.MemberId));
                Reply page = await browser.GetAsync(Paths.ConnectedApps);
                return (browser, path == Paths.ConnectedApps ? page : page.After($"action=\"{path}\""));
            default:
                throw new InvalidOperationException($"Say how a person comes to the form of {path}.");
        }
    }
}
