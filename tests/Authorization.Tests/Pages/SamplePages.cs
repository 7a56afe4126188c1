using ClickUpMcp.Authorization.Pages;

namespace ClickUpMcp.Authorization.Tests.Pages;

/// <summary>One page of each kind, the names in it chosen by whoever tests.</summary>
internal static class SamplePages
{
    private static readonly HtmlPages Pages = new("mcp.example.org");
    private static readonly DateTimeOffset Moment = new(2026, 11, 28, 9, 5, 0, TimeSpan.Zero);

    public static PageForm Form { get; } =
        new("/form", "form-token", ["https://app.example.com", "http://127.0.0.1:5000"]);

    public static Page Consent(string client = "Notes", string? verifiedHost = null, bool isLoopback = false) =>
        Pages.Consent(
            new(client, verifiedHost, isLoopback ? "127.0.0.1:5000" : "notes.example", isLoopback, [Scopes.Read], Form)
        );

    public static Page Workspaces(string name = "Acme", bool isNothingChosen = false) =>
        Pages.Workspaces(
            new(name, "notes.example", name, [new("9015", name), new("9016", "Other")], Form, isNothingChosen)
        );

    public static Page ConnectedApps(string name = "Notes") =>
        Pages.ConnectedApps(
            new(
                name,
                [
                    new(
                        "grant-1",
                        "owner",
                        "client",
                        name,
                        false,
                        [Scopes.Read, Scopes.Delete],
                        [new("9015", name)],
                        Moment,
                        Moment,
                        Moment.AddDays(30)
                    ),
                ],
                false,
                Form,
                Form
            )
        );

    public static Page SignIn() => Pages.SignIn(new(Form));

    public static Page Error(string code = "invalid_request") => Pages.Error(new("It is wrong.", "Start again.", code));

    public static Page Done() => Pages.Done(new("Signed in", "Go back."));

    /// <summary>Every kind of page, the names in it being this.</summary>
    public static IEnumerable<Page> All(string name) =>
        [Consent(name), Workspaces(name), ConnectedApps(name), SignIn(), Error(name), Done()];
}
