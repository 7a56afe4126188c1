using Microsoft.Playwright;

namespace ClickUpMcp.Browser.Tests.Support;

/// <summary>The machine's own Chromium, started once for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        string executable =
            Places.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException(
                "These tests need Chromium or Chrome: sudo apt-get install chromium, or ./build.sh test, which installs it."
            );
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = executable,
                // Its sandbox needs rights that containers and root do not have; what it opens here is our own.
                Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
            }
        );
    }

    /// <summary>A browser without any cookie, as a person on that device sees it.</summary>
    public Task<IBrowserContext> NewContextAsync(Device device, ColorScheme scheme = ColorScheme.Light) =>
        _browser!.NewContextAsync(
            new()
            {
                ViewportSize = device.Viewport,
                DeviceScaleFactor = device.Scale,
                ColorScheme = scheme,
                HasTouch = device.HasTouch,
            }
        );

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }
}
