using ClickUpMcp.Browser.Tests.Support;
using ClickUpMcp.Driver;
using Microsoft.Playwright;

namespace ClickUpMcp.Browser.Tests;

/// <summary>How the pictures of reports look on light and on dark ground: nothing overlaps, and all is inside.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PictureLookTests(Chromium chromium)
{
    // Where two texts share room, or one leaves the picture.
    private const string Misplaced = """
        () => {
          const svg = document.querySelector('svg').getBoundingClientRect();
          const texts = [...document.querySelectorAll('svg text')].map(t => ({ text: t.textContent, box: t.getBoundingClientRect() }));
          const outside = texts.filter(t => t.box.left < svg.left || t.box.right > svg.right || t.box.bottom > svg.bottom);
          const over = texts.filter((a, i) => texts.some((b, j) => j > i && a.box.left < b.box.right - 1 && b.box.left < a.box.right - 1
            && a.box.top < b.box.bottom - 3 && b.box.top < a.box.bottom - 3));
          return [...outside, ...over].map(t => t.text);
        }
        """;

    public static TheoryData<string, ColorScheme> Pictures()
    {
        TheoryData<string, ColorScheme> pictures = [];
        foreach (string file in Directory.GetFiles(Repository.At("docs", "images"), "report-*.svg").Order())
        {
            pictures.Add(Path.GetFileNameWithoutExtension(file), ColorScheme.Light);
            pictures.Add(Path.GetFileNameWithoutExtension(file), ColorScheme.Dark);
        }

        return pictures;
    }

    [Theory]
    [MemberData(nameof(Pictures), DisableDiscoveryEnumeration = true)]
    public async Task A_picture_is_readable(string name, ColorScheme scheme)
    {
        string svg = Repository.Read("docs", "images", $"{name}.svg");
        await using IBrowserContext context = await chromium.NewContextAsync(Device.Desktop, scheme);
        IPage page = await context.NewPageAsync();
        List<string> requests = [];
        page.Request += (_, request) => requests.Add(request.Url);

        await page.SetContentAsync($"<body style=\"margin:0\">{svg}</body>");
        ILocator picture = page.Locator("svg");
        await picture.ScreenshotAsync(
            new() { Path = Repository.At("artifacts", "screenshots", $"{name}-{scheme}.png") }
        );

        (await page.EvaluateAsync<string[]>(Misplaced)).ShouldBeEmpty();
        requests.ShouldBeEmpty();
        string ground = await page.Locator("rect.g").EvaluateAsync<string>("e => getComputedStyle(e).fill");
        string ink = await page.Locator("text.t").EvaluateAsync<string>("e => getComputedStyle(e).fill");
        (ground, ink).ShouldBe(
            scheme == ColorScheme.Dark
                ? ("rgb(13, 17, 23)", "rgb(240, 246, 252)")
                : ("rgb(255, 255, 255)", "rgb(31, 35, 40)")
        );
    }
}
