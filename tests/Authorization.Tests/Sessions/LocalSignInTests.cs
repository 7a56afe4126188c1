using System.Text;
using ClickUpMcp.Authorization.Pages;
using ClickUpMcp.Authorization.Tests.Support;
using ClickUpMcp.Authorization.Upstream;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ClickUpMcp.Authorization.Tests.Sessions;

/// <summary>A sign-in on one's own machine ends once, with its own state, and with nothing else that comes to its port.</summary>
[Trait("Requirement", "O-04")]
[Trait("Promise", "PA-07")]
public sealed class LocalSignInTests : IDisposable
{
    private const string Address = "http://127.0.0.1:47821";

    private readonly SandboxServer _clickUp = new(
        new SandboxOptions { RequestsPerMinute = 0 },
        new ManualTimeProvider()
    );

    private readonly LocalSignIn _signIn;

    public LocalSignInTests() => _signIn = Create();

    [Fact]
    public async Task The_browser_that_comes_back_with_the_state_ends_it()
    {
        string back = await ConnectAsync(_signIn);
        _signIn.Ended.IsCompleted.ShouldBeFalse();

        Reply page = await OpenAsync(back);

        page.Status.ShouldBe(200, page.Body);
        page.Body.ShouldContain("You are signed in");
        page.Headers.CacheControl.ToString().ShouldBe("no-store");
        LocalAccount account = await _signIn.Ended;
        account.UserName.ShouldNotBeEmpty();
        account.Token.ShouldStartWith("c_");
        account.Workspaces.ShouldHaveSingleItem().Id.ShouldBe(SandboxSeed.WorkspaceId);
        page.Body.ShouldNotContain(account.Token);
        (await OpenAsync(back)).Status.ShouldBe(400, "once");
    }

    /// <summary>What any page or program may send to the port.</summary>
    public static TheoryData<string, string> Strangers { get; } =
        new()
        {
            { "no state", "/authorize/callback?code=c" },
            { "an empty state", "/authorize/callback?code=c&state=" },
            { "no signature", "/authorize/callback?code=c&state=abc" },
            { "a wrong signature", "/authorize/callback?code=c&state={handle}.AAAA" },
            { "a longer state", "/authorize/callback?code=c&state={state}A" },
            { "a shorter state", "/authorize/callback?code=c&state={short}" },
            { "two states", "/authorize/callback?code=c&state={state}&state={state}" },
            { "the state of another sign-in", "/authorize/callback?code=c&state={other}" },
            { "another path", "/?code=c&state={state}" },
            { "a longer path", "/authorize/callback/?code=c&state={state}" },
            { "another case", "/Authorize/Callback?code=c&state={state}" },
        };

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task What_strangers_send_ends_nothing(string what, string address)
    {
        string state = StateOf(_signIn);
        using LocalSignIn other = Create();
        string sent = address
            .Replace("{state}", state, StringComparison.Ordinal)
            .Replace("{short}", state[..^1], StringComparison.Ordinal)
            .Replace("{handle}", state.Split('.')[0], StringComparison.Ordinal)
            .Replace("{other}", StateOf(other), StringComparison.Ordinal);

        (await OpenAsync(Address + sent)).Status.ShouldBeInRange(400, 404, what);

        _signIn.Ended.IsCompleted.ShouldBeFalse();
        (await OpenAsync(await ConnectAsync(_signIn))).Status.ShouldBe(200, "the user's own browser still does");
    }

    [Theory]
    [InlineData("POST", "127.0.0.1:47821")]
    [InlineData("HEAD", "127.0.0.1:47821")]
    [InlineData("GET", "evil.example")]
    [InlineData("GET", "evil.example:47821")]
    [InlineData("GET", "localhost:47821")]
    [InlineData("GET", "127.0.0.1")]
    [InlineData("GET", "")]
    public async Task Under_another_name_or_method_there_is_nothing(string method, string host)
    {
        string back = await ConnectAsync(_signIn);
        (await OpenAsync(back, method, host)).Status.ShouldBeInRange(403, 404);
        _signIn.Ended.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_user_who_refuses_at_ClickUp_gets_no_token()
    {
        string back = await ConnectAsync(_signIn, "cancel");
        (await OpenAsync(back)).Status.ShouldBe(400);
        (await Should.ThrowAsync<LocalSignInException>(() => _signIn.Ended)).Message.ShouldContain("refused");
    }

    [Fact]
    public async Task A_code_that_ClickUp_does_not_take_gives_no_token()
    {
        string back = await ConnectAsync(_signIn);
        using LocalSignIn first = Create();
        string used = await ConnectAsync(first);
        await OpenAsync(used, of: first);
        string code = QueryHelpers.ParseQuery(new Uri(used).Query)["code"].ToString();

        Reply page = await OpenAsync($"{Address}/authorize/callback?code={code}&state={StateOf(_signIn)}");

        page.Status.ShouldBe(400);
        (await Should.ThrowAsync<LocalSignInException>(() => _signIn.Ended)).Message.ShouldNotContain(code);
        (await OpenAsync(back)).Status.ShouldBe(400, "it is over");
    }

    public void Dispose() => _signIn.Dispose();

    private LocalSignIn Create() =>
        new(
            new AuthorizationOptions
            {
                PublicUrl = new Uri(Address),
                ClickUpClientId = "APP",
                ClickUpClientSecret = "secret",
            },
            new SandboxMessageHandler(_clickUp),
            new HtmlPages("127.0.0.1"),
            new ManualTimeProvider()
        );

    private static string StateOf(LocalSignIn signIn) =>
        QueryHelpers.ParseQuery(new Uri(signIn.Page).Query)["state"].ToString();

    /// <summary>Answers ClickUp's page; returns where it sends the browser.</summary>
    private async Task<string> ConnectAsync(LocalSignIn signIn, string answer = "connect")
    {
        var query = QueryHelpers.ParseQuery(new Uri(signIn.Page).Query);
        query["redirect_uri"].ToString().ShouldBe(LocalSignIn.RedirectAt(new Uri(Address)));
        SandboxResponse response = await _clickUp.HandleAsync(
            new SandboxRequest(
                "POST",
                "/api",
                "",
                Body: Encoding.UTF8.GetBytes(
                    WebBrowser.Form([
                        ("client_id", query["client_id"].ToString()),
                        ("redirect_uri", query["redirect_uri"].ToString()),
                        ("state", query["state"].ToString()),
                        ("answer", answer),
                    ])
                ),
                ContentType: "application/x-www-form-urlencoded"
            ),
            TestContext.Current.CancellationToken
        );
        return response.Headers.Single(header => header.Key == "Location").Value;
    }

    private async Task<Reply> OpenAsync(
        string address,
        string method = "GET",
        string host = "127.0.0.1:47821",
        LocalSignIn? of = null
    )
    {
        Uri uri = new(address);
        DefaultHttpContext context = new();
        context.Request.Method = method;
        context.Request.Scheme = "http";
        context.Request.Host = new HostString(host);
        context.Request.Path = uri.AbsolutePath;
        context.Request.QueryString = new QueryString(uri.Query);
        using MemoryStream output = new();
        context.Response.Body = output;
        await (of ?? _signIn).HandleAsync(context);
        return new Reply(
            context.Response.StatusCode,
            context.Response.Headers.Location,
            Encoding.UTF8.GetString(output.ToArray()),
            context.Response.Headers
        );
    }
}
