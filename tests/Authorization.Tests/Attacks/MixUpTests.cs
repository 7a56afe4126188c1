using System.Text.Json;
using ClickUpMcp.Authorization.Tests.Support;
using ClickUpMcp.Sandbox;

namespace ClickUpMcp.Authorization.Tests.Attacks;

/// <summary>A client that also talks to servers of attackers is not made to take one for the other.</summary>
[Trait("Requirement", "O-05")]
public sealed class MixUpTests
{
    /// <summary>All that a client can be told by a redirect, and what leads there.</summary>
    public static TheoryData<string, string, string?> Refusals { get; } =
        new()
        {
            { "invalid_scope", "scope", "everything" },
            { "invalid_target", "resource", "https://evil.example/mcp" },
            { "invalid_target", "resource", "https://mcp.example.com.evil.example/mcp" },
            { "access_denied", "deny", null },
            { "access_denied", "cancel", null },
            { "server_error", "fail", null },
        };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Each_refusal_names_who_refuses_once_and_brings_the_state_back(
        string error,
        string way,
        string? value
    )
    {
        await using Place place = new();
        string client = await place.RegisterAsync();
        WebBrowser browser = place.Open();
        Reply reply = way switch
        {
            "deny" => await DenyAsync(browser, client),
            "cancel" => await ReturnAsync(browser, client, "cancel"),
            "fail" => await ReplayAtClickUpAsync(browser, client),
            _ => await browser.GetAsync(Place.AuthorizeAddress(client, (way, value))),
        };

        reply.Location!.ShouldStartWith(Place.Redirect + "?");
        reply.Parameter("error").ShouldBe(error);
        reply.Parameter("iss").ShouldBe(Place.Issuer);
        reply.Parameter("state").ShouldBe("client-state");
        reply.Parameter("code").ShouldBeNull();
        reply.Location!.Split("iss=").Length.ShouldBe(2, "more than one is none");
    }

    [Fact]
    public async Task All_that_the_metadata_sends_clients_to_is_of_this_issuer()
    {
        await using Place place = new();
        JsonElement metadata = (await place.Open().GetAsync(Paths.Metadata)).Json;

        string[] addresses =
        [
            .. metadata
                .EnumerateObject()
                .Where(member =>
                    member.Name.EndsWith("_endpoint", StringComparison.Ordinal)
                    || member.Name.EndsWith("_uri", StringComparison.Ordinal)
                )
                .Select(member => member.Value.GetString()!),
        ];

        addresses.Length.ShouldBeGreaterThanOrEqualTo(4);
        addresses.ShouldAllBe(address => address.StartsWith(Place.Issuer + "/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/.well-known/oauth-authorization-server/evil")]
    [InlineData("/evil/.well-known/openid-configuration")]
    [InlineData("/.well-known/openid-configuration/mcp")]
    public async Task There_is_no_metadata_of_another_issuer_here(string path)
    {
        await using Place place = new();
        Reply reply = await place.Open().GetAsync(path);
        reply.Body.ShouldNotContain("authorization_endpoint");
        reply.Status.ShouldNotBe(200);
    }

    [Fact]
    [Trait("Requirement", "O-07")]
    public async Task A_client_that_was_led_here_by_the_resource_of_an_attacker_gets_nothing_for_it()
    {
        await using Place place = new();
        string client = await place.RegisterAsync();
        Reply answer = await Place.SignInAsync(place.Open(), Place.AuthorizeAddress(client));

        Reply reply = await place.ExchangeAsync(
            client,
            answer.Parameter("code")!,
            ("resource", "https://evil.example/mcp")
        );

        reply.Error.ShouldBe("invalid_target");
        reply.Body.ShouldNotContain("access_token");
    }

    [Fact]
    [Trait("Requirement", "O-04")]
    public async Task A_code_of_ClickUp_from_elsewhere_does_not_end_a_sign_in_without_its_state()
    {
        await using Place place = new();
        string client = await place.RegisterAsync();
        WebBrowser victim = place.Open();
        await Place.ConsentAsync(victim, Place.AuthorizeAddress(client));
        WebBrowser attacker = place.Open();
        string page = await Place.ConsentAsync(attacker, Place.AuthorizeAddress(client));
        string back = await attacker.AnswerClickUpAsync(page, SandboxSeed.OwnerId);
        string code = CodeOf(back);

        (await victim.GetAsync($"{Paths.Callback}?{code}")).Status.ShouldBe(400);
        (await victim.GetAsync($"{Paths.Callback}?{code}&state=")).Status.ShouldBe(400);
        (await victim.GetAsync(back)).Status.ShouldBe(400);
        place.ClickUp.Log.ShouldNotContain(entry => entry.Path == "/api/v2/oauth/token");
    }

    private static async Task<Reply> DenyAsync(WebBrowser browser, string client)
    {
        Reply page = await browser.GetAsync(Place.AuthorizeAddress(client));
        Reply denied = await browser.PostAsync(Paths.Consent, Place.Answer(page, "deny"));
        return await browser.GetAsync(denied.Location!);
    }

    private static async Task<Reply> ReturnAsync(WebBrowser browser, string client, string answer)
    {
        string page = await Place.ConsentAsync(browser, Place.AuthorizeAddress(client));
        string back = await browser.AnswerClickUpAsync(page, SandboxSeed.MemberId, answer);
        return await browser.GetAsync((await browser.GetAsync(back)).Location!);
    }

    /// <summary>Brings a code of ClickUp's a second time, in a sign-in of its own; ClickUp then refuses it.</summary>
    private static async Task<Reply> ReplayAtClickUpAsync(WebBrowser browser, string client)
    {
        string page = await Place.ConsentAsync(browser, Place.AuthorizeAddress(client));
        string first = await browser.AnswerClickUpAsync(page, SandboxSeed.MemberId);
        await browser.GetAsync(first);
        page = await Place.ConsentAsync(browser, Place.AuthorizeAddress(client));
        string second = await browser.AnswerClickUpAsync(page, SandboxSeed.MemberId);
        string back = second.Replace(CodeOf(second), CodeOf(first), StringComparison.Ordinal);
        return await browser.GetAsync((await browser.GetAsync(back)).Location!);
    }

    private static string CodeOf(string address) =>
        new Uri(address)
            .Query.TrimStart('?')
            .Split('&')
            .Single(part => part.StartsWith("code=", StringComparison.Ordinal));
}
