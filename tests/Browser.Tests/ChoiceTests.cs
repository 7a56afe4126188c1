using System.Buffers.Text;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Authorization;
using ClickUpMcp.Browser.Tests.Support;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Playwright;

namespace ClickUpMcp.Browser.Tests;

/// <summary>A client that is known by its document, and a person who opened two workspaces and lets it into one.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ChoiceTests(Chromium chromium)
{
    private const string Verifier = "a-verifier-of-more-than-forty-three-characters-0123456789";
    private const string Chosen = "Acme Labs";
    private const string ChosenId = "9012000002";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(FlowTests.Views), MemberType = typeof(FlowTests), DisableDiscoveryEnumeration = true)]
    [Trait("Requirement", "O-06")]
    [Trait("Requirement", "A-09")]
    public async Task A_host_vouches_for_the_client_and_the_person_picks_the_workspace(
        Device device,
        ColorScheme scheme
    )
    {
        await using PageSite client = await PageSite.StartAsync(Cancelled);
        Uri redirect = client.Serve("/callback", "<!doctype html><title>Connected</title>");
        await using SignInSite site = await SignInSite.StartAsync(redirect, Cancelled);
        await using IBrowserContext context = await chromium.NewContextAsync(device, scheme);
        View view = new(await context.NewPageAsync(), $"{device}-{(scheme == ColorScheme.Dark ? "dark" : "light")}");
        IPage page = view.Page;

        await page.GotoAsync(AddressOf(site, redirect));
        (await page.ContentAsync()).ShouldContain("notes.example");
        await view.LookAsync("choice-consent");
        await page.GetByRole(AriaRole.Button, new() { Name = "Allow" }).ClickAsync();
        await page.WaitForURLAsync("**/api?**");
        await page.GetByRole(AriaRole.Button, new() { Name = "Connect" }).ClickAsync();

        await page.GetByLabel(Chosen).WaitForAsync();
        await view.LookAsync("choice-workspaces");
        await page.GetByRole(AriaRole.Button, new() { Name = "Connect" }).ClickAsync();
        (await page.ContentAsync()).ShouldContain("Tick at least one");
        await view.LookAsync("choice-nothing-ticked");
        await page.GetByLabel(Chosen).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Connect" }).ClickAsync();

        await page.WaitForURLAsync(url => url.StartsWith(redirect.AbsoluteUri, StringComparison.Ordinal));
        string code = QueryHelpers.ParseQuery(new Uri(page.Url).Query)["code"].ToString();
        Access access = (await ExchangeAsync(site, redirect, code)).ShouldNotBeNull();
        access.ClientId.ShouldBe(SignInSite.Client);
        access.Workspaces.ShouldBe([ChosenId]);
    }

    private static string AddressOf(SignInSite site, Uri redirect) =>
        QueryHelpers.AddQueryString(
            new Uri(site.Address, "/authorize").AbsoluteUri,
            new Dictionary<string, string?>
            {
                ["response_type"] = "code",
                ["client_id"] = SignInSite.Client,
                ["redirect_uri"] = redirect.AbsoluteUri,
                ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
                ["code_challenge_method"] = "S256",
                ["scope"] = "read",
                ["state"] = "state",
                ["resource"] = new Uri(site.Address, "/mcp").AbsoluteUri,
            }
        );

    private static async Task<Access?> ExchangeAsync(SignInSite site, Uri redirect, string code)
    {
        using HttpClient http = new();
        using FormUrlEncodedContent form = new(
            new Dictionary<string, string>
            {
                ["grant_type"] = "authorization_code",
                ["client_id"] = SignInSite.Client,
                ["code"] = code,
                ["code_verifier"] = Verifier,
                ["redirect_uri"] = redirect.AbsoluteUri,
            }
        );
        using HttpResponseMessage reply = await http.PostAsync(new Uri(site.Address, "/token"), form, Cancelled);
        JsonElement tokens = await reply.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        return await site.Server.AccessTokens.FindAsync(
            tokens.GetProperty("access_token").GetString()!,
            new Uri(site.Address, "/mcp").AbsoluteUri,
            sender: default,
            Cancelled
        );
    }
}
