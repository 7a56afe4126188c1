using ClickUpMcp.Authorization;
using ClickUpMcp.Authorization.Pages;

namespace ClickUpMcp.Browser.Tests.Support;

/// <summary>Pages as people meet them, by the names of their pictures.</summary>
internal static class SamplePages
{
    private static readonly HtmlPages Pages = new("mcp.example.org");

    private static readonly DateTimeOffset Morning = new(2026, 11, 28, 9, 5, 0, TimeSpan.Zero);

    public static readonly IReadOnlyDictionary<string, Page> All = new Dictionary<string, Page>(StringComparer.Ordinal)
    {
        ["consent"] = Consent("Claude", "claude.ai", "claude.ai", isLoopback: false),
        ["consent-unverified"] = Consent("Cursor", null, "127.0.0.1:49152", isLoopback: true),
        ["consent-nothing-chosen"] = Pages.Consent(
            new("Claude", "claude.ai", "claude.ai", false, [Scopes.Read, Scopes.Write], Form(), IsNothingChosen: true)
        ),
        ["workspaces"] = Workspaces(isNothingChosen: false),
        ["workspaces-nothing-chosen"] = Workspaces(isNothingChosen: true),
        ["sign-in"] = Pages.SignIn(new(Form())),
        ["connected-apps"] = ConnectedApps(Grants),
        ["connected-apps-none"] = ConnectedApps([]),
        ["error"] = Pages.Error(
            new(
                "The app asked to send you to an address that it has not registered, so nothing was sent there.",
                "Start connecting again from the app. If this page comes back, tell those who make the app.",
                "invalid_redirect_uri"
            )
        ),
        ["done"] = Pages.Done(new("You are signed in", "Go back to the terminal: the server goes on there.")),
    };

    private static Grant[] Grants =>
        [
            Grant("g1", "https://claude.ai/oauth/client.json", "Claude", true, Scopes.Read, Scopes.Write),
            Grant("g2", "c-7d1f", "Cursor", false, [.. Scopes.All]),
        ];

    /// <summary>A consent page for a client of that name.</summary>
    public static Page Consent(
        string client,
        string? verifiedHost,
        string redirectHost,
        bool isLoopback,
        PageForm? form = null
    ) => Pages.Consent(new(client, verifiedHost, redirectHost, isLoopback, Scopes.All, form ?? Form()));

    private static Page Workspaces(bool isNothingChosen) =>
        Pages.Workspaces(
            new(
                "Claude",
                "claude.ai",
                "Ada Lovelace",
                [new("9015", "Acme Inc."), new("9016", "Acme – Field service"), new("9017", "Private")],
                Form(),
                isNothingChosen
            )
        );

    private static Page ConnectedApps(IReadOnlyList<Grant> grants) =>
        Pages.ConnectedApps(new("Ada Lovelace", grants, WasRevoked: true, Form(), Form()));

    private static PageForm Form() => new("/form", "token", []);

    private static Grant Grant(string id, string client, string name, bool isVerified, params string[] scopes) =>
        new(
            id,
            "owner",
            client,
            name,
            isVerified,
            scopes,
            [new("9015", "Acme Inc."), new("9017", "Private")],
            Morning,
            Morning.AddDays(2),
            Morning.AddDays(32)
        );
}
