using ClickUpMcp.Browser.Tests.Support;
using ClickUpMcp.Driver;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ClickUpMcp.Browser.Tests;

/// <summary>How the pages look and how well they can be used, on both kinds of device and in both color schemes.</summary>
[Collection(BrowserCollection.Name)]
public sealed class LookTests(Chromium chromium)
{
    private const int SmallestTarget = 44;

    private static readonly string[] Broken = ["serious", "critical"];

    // What else it finds is long, and nobody reads it.
    private static readonly AxeRunOptions OnlyViolations = new() { ResultTypes = [ResultType.Violations] };

    // What people meet most, in every view; the others on a phone, in turn light and dark.
    private static readonly string[] Foremost = ["consent", "connected-apps"];

    public static TheoryData<string, Device, ColorScheme> Views()
    {
        TheoryData<string, Device, ColorScheme> views = [];
        foreach ((int index, string page) in SamplePages.All.Keys.Index())
        {
            views.Add(page, Device.Phone, index % 2 == 0 ? ColorScheme.Light : ColorScheme.Dark);
        }

        foreach (string page in Foremost)
        {
            views.Add(page, Device.Phone, ColorScheme.Dark);
            views.Add(page, Device.Desktop, ColorScheme.Light);
            views.Add(page, Device.Desktop, ColorScheme.Dark);
        }

        return views;
    }

    [Theory]
    [MemberData(nameof(Views), DisableDiscoveryEnumeration = true)]
    public async Task A_page_is_accessible_fits_the_device_and_loads_nothing(
        string name,
        Device device,
        ColorScheme scheme
    )
    {
        await using PageSite site = await PageSite.StartAsync(TestContext.Current.CancellationToken);
        Uri address = site.Serve("/page", SamplePages.All[name]);
        await using IBrowserContext context = await chromium.NewContextAsync(device, scheme);
        IPage page = await context.NewPageAsync();
        List<string> requests = [];
        List<string> complaints = [];
        page.Request += (_, request) => requests.Add(request.Url);
        page.Console += (_, message) => complaints.Add(message.Text);

        await page.GotoAsync(address.AbsoluteUri);
        await page.ScreenshotAsync(new() { Path = Picture(name, device, scheme), FullPage = true });

        requests.Where(url => !url.EndsWith("/favicon.ico", StringComparison.Ordinal)).ShouldBe([address.AbsoluteUri]);
        complaints.Where(text => !text.Contains("404", StringComparison.Ordinal)).ShouldBeEmpty();
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(
            device.Viewport.Width
        );
        foreach (ILocator target in await page.Locator("button, label").AllAsync())
        {
            LocatorBoundingBoxResult box = (await target.BoundingBoxAsync()).ShouldNotBeNull();
            box.Height.ShouldBeGreaterThanOrEqualTo(SmallestTarget);
            box.Width.ShouldBeGreaterThanOrEqualTo(SmallestTarget);
        }

        AxeResult result = await page.RunAxe(OnlyViolations);
        result.Violations.Where(found => Broken.Contains(found.Impact)).Select(Described).ShouldBeEmpty();
    }

    [Fact]
    public async Task Deny_is_as_large_as_Allow_comes_first_and_denies()
    {
        await using PageSite site = await PageSite.StartAsync(TestContext.Current.CancellationToken);
        Uri address = site.Serve("/page", SamplePages.All["consent"]);
        site.Redirect("/form", site.Serve("/end", SamplePages.All["done"]));
        await using IBrowserContext context = await chromium.NewContextAsync(Device.Desktop);
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(address.AbsoluteUri);

        LocatorBoundingBoxResult deny = (await Button(page, "Deny").BoundingBoxAsync()).ShouldNotBeNull();
        LocatorBoundingBoxResult allow = (await Button(page, "Allow").BoundingBoxAsync()).ShouldNotBeNull();
        (deny.Width, deny.Height).ShouldBe((allow.Width, allow.Height));
        deny.X.ShouldBeLessThan(allow.X);
        // The first submit button of a form is the one that Enter presses, where a browser presses any.
        (await page.EvaluateAsync<string>("document.forms[0].querySelector('[type=submit]').value")).ShouldBe("deny");
        await Button(page, "Deny").ClickAsync();
        await page.WaitForURLAsync("**/end", new() { WaitUntil = WaitUntilState.Commit });

        site.Forms.ShouldHaveSingleItem()["decision"].ToString().ShouldBe("deny");
    }

    private static ILocator Button(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static string Picture(string name, Device device, ColorScheme scheme) =>
        Path.Combine(
            Repository.Artifacts,
            "screenshots",
            $"{name}-{device}-{(scheme == ColorScheme.Dark ? "dark" : "light")}.png"
        );

    private static string Described(AxeResultItem found) =>
        $"{found.Id}: {found.Help} {string.Join(' ', found.Nodes.Select(node => node.Html))}";
}
