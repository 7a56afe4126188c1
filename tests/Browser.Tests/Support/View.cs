using ClickUpMcp.Driver;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ClickUpMcp.Browser.Tests.Support;

/// <summary>A person's page, with pictures of what it shows.</summary>
/// <param name="Page">The page.</param>
/// <param name="Name">What device and colors it is seen with.</param>
internal sealed record View(IPage Page, string Name)
{
    private static readonly AxeRunOptions OnlyViolations = new() { ResultTypes = [ResultType.Violations] };

    /// <summary>Takes a picture, and has the page checked for what keeps people out.</summary>
    public async Task LookAsync(string step)
    {
        await Page.ScreenshotAsync(
            new() { Path = Path.Combine(Repository.Artifacts, "screenshots", $"{step}-{Name}.png"), FullPage = true }
        );
        AxeResult found = await Page.RunAxe(OnlyViolations);
        found
            .Violations.Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {violation.Help}")
            .ShouldBeEmpty();
    }
}
