using System.Net;
using ClickUpMcp.Browser.Tests.Support;
using ClickUpMcp.Driver;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Playwright;
using ModelContextProtocol.Authentication;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace ClickUpMcp.Browser.Tests;

/// <summary>A client of the official SDK is let in by a person with a browser, works, and is put out again on the page.</summary>
[Collection(BrowserCollection.Name)]
public sealed class FlowTests(Chromium chromium)
{
    private const string ClientName = "Notes of Ada";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<Device, ColorScheme> Views { get; } =
        new()
        {
            { Device.Desktop, ColorScheme.Light },
            { Device.Desktop, ColorScheme.Dark },
            { Device.Phone, ColorScheme.Light },
            { Device.Phone, ColorScheme.Dark },
        };

    [Theory]
    [MemberData(nameof(Views), DisableDiscoveryEnumeration = true)]
    [Trait("Requirement", "O-03")]
    [Trait("Requirement", "A-08")]
    [Trait("Promise", "PB-01")]
    public async Task From_the_refusal_to_a_result_and_out_again(Device device, ColorScheme scheme)
    {
        await using SignInServer server = await SignInServer.StartAsync(
            Repository.Binary,
            ["--persona", "core,all"],
            Cancelled
        );
        await using PageSite client = await PageSite.StartAsync(Cancelled);
        Uri redirect = client.Serve("/callback", "<!doctype html><title>Connected</title>");
        await using IBrowserContext context = await chromium.NewContextAsync(device, scheme);
        View view = new(await context.NewPageAsync(), $"{device}-{(scheme == ColorScheme.Dark ? "dark" : "light")}");
        using HttpRecorder recorder = new();
        using HttpClient http = new(recorder);
        int signIns = 0;
        HttpClientTransport transport = new(
            new HttpClientTransportOptions
            {
                Endpoint = server.Mcp,
                OAuth = new ClientOAuthOptions
                {
                    RedirectUri = redirect,
                    DynamicClientRegistration = new DynamicClientRegistrationOptions { ClientName = ClientName },
                    AuthorizationCallbackHandler = async (asked, _) =>
                        signIns++ == 0 ? await AllowAsync(view, asked.AuthorizationUri, redirect) : null!,
                },
            },
            http
        );

        await using McpClient mcp = await McpClient.CreateAsync(transport, cancellationToken: Cancelled);
        CallToolResult result = await mcp.CallToolAsync("get_current_user", cancellationToken: Cancelled);

        result.IsError.ShouldNotBe(true);
        result.Content.OfType<TextContentBlock>().Single().Text.ShouldContain("@");
        string[] first = [.. recorder.Exchanges];
        first[0].ShouldBe("POST /mcp 401");
        first.ShouldContain("GET /.well-known/oauth-protected-resource/mcp 200");
        first.ShouldContain("GET /.well-known/oauth-authorization-server 200");
        first.ShouldContain("POST /register 201");
        first.ShouldContain("POST /token 200");
        first[^1].ShouldBe("POST /mcp 200");

        await DisconnectAsync(view, server.Issuer);

        await Should.ThrowAsync<Exception>(async () =>
            await mcp.CallToolAsync("get_current_user", cancellationToken: Cancelled)
        );
        string[] after = [.. recorder.Exchanges.Skip(first.Length)];
        after[0].ShouldBe("POST /mcp 401");
        after.ShouldContain("POST /token 400", "nor does the refresh token help");
        after.ShouldNotContain("POST /mcp 200");
        foreach (string token in recorder.Tokens.Distinct())
        {
            using HttpRequestMessage again = new(HttpMethod.Post, server.Mcp) { Content = new StringContent("{}") };
            again.Content.Headers.ContentType = new("application/json");
            again.Headers.Authorization = new("Bearer", token);
            using HttpResponseMessage refused = await http.SendAsync(again, Cancelled);
            refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }
    }

    /// <summary>Goes through the pages as a person does, and reads what the client is told.</summary>
    private static async Task<AuthorizationResult> AllowAsync(View view, Uri address, Uri redirect)
    {
        IPage page = view.Page;
        await page.GotoAsync(address.AbsoluteUri);
        (await page.Locator("h1").TextContentAsync()).ShouldBe($"Allow {ClientName} to use your ClickUp?");
        (await page.Locator("dd").AllTextContentsAsync()).ShouldContain(redirect.Host);
        (await page.Context.CookiesAsync()).ShouldHaveSingleItem("no cookie but that of the form before a yes");
        await view.LookAsync("flow-consent");
        await page.GetByRole(AriaRole.Button, new() { Name = "Allow" }).ClickAsync();

        await AnswerClickUpAsync(page);

        await page.WaitForURLAsync(url => url.StartsWith(redirect.AbsoluteUri, StringComparison.Ordinal));
        var answer = QueryHelpers.ParseQuery(new Uri(page.Url).Query);
        return new AuthorizationResult
        {
            Code = answer["code"].ToString(),
            State = answer["state"].ToString(),
            Iss = answer["iss"].ToString(),
        };
    }

    private static async Task AnswerClickUpAsync(IPage page)
    {
        await page.WaitForURLAsync("**/sandbox/api?**");
        await page.GetByRole(AriaRole.Button, new() { Name = "Connect" }).ClickAsync();
    }

    private static async Task DisconnectAsync(View view, Uri issuer)
    {
        IPage page = view.Page;
        await page.GotoAsync(new Uri(issuer, "/connected-apps").AbsoluteUri);
        await view.LookAsync("flow-sign-in");
        await page.GetByRole(AriaRole.Button).First.ClickAsync();
        await AnswerClickUpAsync(page);
        await page.WaitForURLAsync("**/connected-apps");
        await view.LookAsync("flow-connected-apps");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Disconnect {ClientName}" }).ClickAsync();
        (await page.GetByRole(AriaRole.Status).TextContentAsync()).ShouldNotBeNull().ShouldContain("disconnected");
        (await page.GetByRole(AriaRole.Button, new() { Name = "Disconnect" }).CountAsync()).ShouldBe(0);
        await view.LookAsync("flow-disconnected");
    }
}
