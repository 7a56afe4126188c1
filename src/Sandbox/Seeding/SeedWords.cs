namespace ClickUpMcp.Sandbox.Seeding;

/// <summary>Names of seeded tasks.</summary>
internal static class SeedWords
{
    private static readonly string[] EngineeringVerbs =
    [
        "Fix",
        "Refactor",
        "Document",
        "Speed up",
        "Test",
        "Redesign",
        "Migrate",
        "Monitor",
        "Secure",
        "Simplify",
        "Review",
        "Cache",
        "Extend",
    ];

    private static readonly string[] EngineeringThings =
    [
        "login redirect",
        "invoice export",
        "search index",
        "webhook retries",
        "password reset",
        "billing page",
        "audit log",
        "mobile menu",
        "rate limiter",
        "session storage",
        "image upload",
        "team settings",
        "e-mail digest",
        "calendar sync",
        "dark mode",
        "error page",
        "onboarding tour",
    ];

    private static readonly string[] MarketingVerbs = ["Draft", "Plan", "Publish", "Translate", "Brief"];

    private static readonly string[] MarketingThings =
    [
        "launch post",
        "customer story",
        "press kit",
        "webinar",
        "spring newsletter",
        "landing page",
        "partner mailing",
    ];

    private static readonly string[] OfficeVerbs = ["Order", "Prepare", "Check", "Book", "Renew"];

    private static readonly string[] OfficeThings =
    [
        "standing desks",
        "welcome pack",
        "travel policy",
        "fire drill",
        "parking permits",
        "meeting room screens",
        "cleaning contract",
    ];

    /// <summary>Distinct for the seed of scale 1; beyond it the number tells tasks apart.</summary>
    public static string Name(string spaceId, int number)
    {
        var (verbs, things) = spaceId switch
        {
            SandboxSeed.EngineeringSpaceId => (EngineeringVerbs, EngineeringThings),
            SandboxSeed.MarketingSpaceId => (MarketingVerbs, MarketingThings),
            _ => (OfficeVerbs, OfficeThings),
        };
        // The two lengths have no common divisor, so the pairs repeat only after their product.
        var name = $"{verbs[number % verbs.Length]} {things[number % things.Length]}";
        return number < 200 ? name : $"{name} {number}";
    }
}
