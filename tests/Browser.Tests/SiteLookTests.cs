using ClickUpMcp.Browser.Tests.Support;
using ClickUpMcp.Driver;
using ClickUpMcp.Site;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ClickUpMcp.Browser.Tests;

/// <summary>How pages of the documentation's site look, on both kinds of device and in both color schemes.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SiteLookTests : IDisposable
{
    private static readonly string[] Broken = ["serious", "critical"];

    private static readonly AxeRunOptions OnlyViolations = new() { ResultTypes = [ResultType.Violations] };

    private readonly Chromium _chromium;
    private readonly string _folder = Directory.CreateTempSubdirectory("clickup-mcp-site").FullName;

    public SiteLookTests(Chromium chromium)
    {
        _chromium = chromium;
        DocsSite.Read(Repository.Root).Write(_folder);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string, Device, ColorScheme> Views() =>
        new()
        {
            { "index.html", Device.Phone, ColorScheme.Light },
            { "index.html", Device.Desktop, ColorScheme.Dark },
            { "docs/http.html", Device.Phone, ColorScheme.Dark },
            { "docs/tools/tasks.html", Device.Phone, ColorScheme.Light },
            { "docs/security.html", Device.Desktop, ColorScheme.Light },
            { "docs/architecture.html", Device.Desktop, ColorScheme.Dark },
        };

    [Theory]
    [MemberData(nameof(Views), DisableDiscoveryEnumeration = true)]
    public async Task A_page_is_accessible_fits_the_device_and_loads_only_what_is_beside_it(
        string path,
        Device device,
        ColorScheme scheme
    )
    {
        await using IBrowserContext context = await _chromium.NewContextAsync(device, scheme);
        IPage page = await context.NewPageAsync();
        List<string> requests = [];
        page.Request += (_, request) => requests.Add(request.Url);

        await page.GotoAsync(new Uri(Path.Combine(_folder, path)).AbsoluteUri);
        await page.ScreenshotAsync(
            new()
            {
                Path = Repository.At(
                    "artifacts",
                    "screenshots",
                    $"site-{Path.GetFileNameWithoutExtension(path)}-{device}-{scheme}.png"
                ),
            }
        );

        requests.ShouldAllBe(url => url.StartsWith(new Uri(_folder).AbsoluteUri, StringComparison.Ordinal));
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(
            device.Viewport.Width
        );
        (
            await page.EvaluateAsync<int>(
                "document.images.length && [...document.images].filter(i => !i.naturalWidth).length"
            )
        ).ShouldBe(0);
        AxeResult result = await page.RunAxe(OnlyViolations);
        result
            .Violations.Where(found => Broken.Contains(found.Impact))
            .Select(static found => $"{found.Id}: {found.Help} {found.Nodes[0].Html}")
            .ShouldBeEmpty();
    }
}
