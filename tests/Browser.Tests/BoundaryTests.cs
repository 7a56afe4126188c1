using ClickUpMcp.Authorization.Pages;
using ClickUpMcp.Browser.Tests.Support;
using Microsoft.Playwright;

namespace ClickUpMcp.Browser.Tests;

/// <summary>What a browser lets other sites do with the pages, and the pages with other sites.</summary>
[Collection(BrowserCollection.Name)]
public sealed class BoundaryTests(Chromium chromium)
{
    private const string Token = "token";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "O-03")]
    public async Task No_site_not_even_our_own_can_frame_the_consent_page()
    {
        await using PageSite ours = await PageSite.StartAsync(Cancelled);
        await using PageSite theirs = await PageSite.StartAsync(Cancelled);
        Uri consent = ours.Serve("/consent", Consent([]));
        await using IBrowserContext context = await chromium.NewContextAsync(Device.Desktop);
        foreach (PageSite site in (PageSite[])[theirs, ours])
        {
            Uri frame = site.Serve("/frame", $"<!doctype html><title>Win</title><iframe src=\"{consent}\"></iframe>");
            IPage page = await context.NewPageAsync();
            Task<IConsoleMessage> refusal = page.WaitForConsoleMessageAsync(
                new() { Predicate = message => message.Text.Contains("frame-ancestors", StringComparison.Ordinal) }
            );

            await page.GotoAsync(frame.AbsoluteUri);

            await refusal;
            (await page.FrameLocator("iframe").GetByRole(AriaRole.Button).CountAsync()).ShouldBe(0);
        }
    }

    [Fact]
    [Trait("Requirement", "O-03")]
    public async Task A_form_leads_through_redirections_to_the_client_and_nowhere_else()
    {
        await using PageSite ours = await PageSite.StartAsync(Cancelled);
        await using PageSite client = await PageSite.StartAsync(Cancelled);
        await using PageSite other = await PageSite.StartAsync(Cancelled);
        Uri end = client.Serve("/end", "<!doctype html><title>Client</title>");
        Uri elsewhere = other.Serve("/end", "<!doctype html><title>Elsewhere</title>");
        Uri consent = ours.Serve("/consent", Consent([client.Address.GetLeftPart(UriPartial.Authority)]));
        await using IBrowserContext context = await chromium.NewContextAsync(Device.Desktop);
        IPage page = await context.NewPageAsync();

        ours.Redirect("/form", end);
        await page.GotoAsync(consent.AbsoluteUri);
        await page.GetByRole(AriaRole.Button, new() { Name = "Allow" }).ClickAsync();
        await page.WaitForURLAsync(end.AbsoluteUri);

        ours.Redirect("/form", elsewhere);
        await page.GotoAsync(consent.AbsoluteUri);
        Task<IConsoleMessage> refusal = page.WaitForConsoleMessageAsync(
            new() { Predicate = message => message.Text.Contains("form-action", StringComparison.Ordinal) }
        );
        await page.GetByRole(AriaRole.Button, new() { Name = "Allow" }).ClickAsync();
        await refusal;
        (await page.TitleAsync()).ShouldNotBe("Elsewhere");
    }

    [Fact]
    public async Task A_client_that_opened_a_window_for_the_sign_in_hears_from_it_in_the_end()
    {
        await using PageSite ours = await PageSite.StartAsync(Cancelled);
        await using PageSite client = await PageSite.StartAsync(Cancelled);
        Uri end = client.Serve(
            "/end",
            "<!doctype html><title>End</title><script>opener.postMessage('connected', '*')</script>"
        );
        ours.Redirect("/form", end);
        Uri consent = ours.Serve("/consent", Consent([client.Address.GetLeftPart(UriPartial.Authority)]));
        Uri start = client.Serve(
            "/start",
            $"<!doctype html><title>Start</title><button onclick=\"open('{consent}', 'sign-in', 'popup')\">Connect</button>"
                + "<script>addEventListener('message', event => document.title = event.data)</script>"
        );
        await using IBrowserContext context = await chromium.NewContextAsync(Device.Desktop);
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(start.AbsoluteUri);

        IPage popup = await page.RunAndWaitForPopupAsync(() =>
            page.GetByRole(AriaRole.Button, new() { Name = "Connect" }).ClickAsync()
        );
        await popup.GetByRole(AriaRole.Button, new() { Name = "Allow" }).ClickAsync();

        await page.WaitForFunctionAsync("document.title === 'connected'");
    }

    [Fact]
    [Trait("Requirement", "O-03")]
    public async Task A_name_full_of_markup_is_text_and_runs_nothing()
    {
        await using PageSite ours = await PageSite.StartAsync(Cancelled);
        const string Name = "<img src=x onerror=alert(1)><script>alert(2)</script>";
        Uri consent = ours.Serve("/consent", SamplePages.Consent(Name, null, "client.example", isLoopback: false));
        await using IBrowserContext context = await chromium.NewContextAsync(Device.Phone);
        IPage page = await context.NewPageAsync();
        List<string> dialogs = [];
        page.Dialog += async (_, dialog) =>
        {
            dialogs.Add(dialog.Message);
            await dialog.DismissAsync();
        };

        await page.GotoAsync(consent.AbsoluteUri);

        (await page.Locator("h1").TextContentAsync()).ShouldBe($"Allow {Name} to use your ClickUp?");
        (await page.Locator("img, script").CountAsync()).ShouldBe(0);
        dialogs.ShouldBeEmpty();
    }

    private static Page Consent(IReadOnlyList<string> targets) =>
        SamplePages.Consent("Claude", null, "claude.ai", isLoopback: false, new PageForm("/form", Token, targets));
}
