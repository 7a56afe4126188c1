using System.Text.Json;
using ClickUpMcp.Authorization.Clients;
using ClickUpMcp.Authorization.Tests.Support;

namespace ClickUpMcp.Authorization.Tests.Clients;

/// <summary>Where users may be sent back to (O-02).</summary>
[Trait("Requirement", "O-02")]
public sealed class RedirectUriTests
{
    /// <summary>None of these may be registered.</summary>
    public static TheoryData<string> Unregistrable { get; } =
    [
        "",
        " ",
        "/callback",
        "callback",
        "//evil.example/callback",
        "https:",
        "https://",
        "https:///callback",
        "https:/client.example/callback",
        "https:client.example/callback",
        "http://client.example/callback",
        "http://127.0.0.1.evil.example/callback",
        "http://localhost.evil.example/callback",
        "http://localhost@evil.example/callback",
        "http://evil.example#@127.0.0.1/",
        "http://127.1/callback",
        "http://2130706433/callback",
        "http://0x7f000001/callback",
        "http://0177.0.0.1/callback",
        "http://127.0.0.2/callback",
        "http://0.0.0.0/callback",
        "http://[::ffff:127.0.0.1]/callback",
        "http://[::]/callback",
        "http://192.168.0.1/callback",
        "http://LOCALHOST/callback",
        "https://CLIENT.example/callback",
        "HTTPS://client.example/callback",
        "https://client.example/callback#fragment",
        "https://client.example/callback#",
        "https://user@client.example/callback",
        "https://user:password@client.example/callback",
        "https://@client.example/callback",
        "https://client.example@evil.example/callback",
        "https://client.example\\@evil.example/callback",
        "https://client.example\\.evil.example/callback",
        "https://evil.example/\\client.example",
        "https://client.example/a/../callback",
        "https://client.example/./callback",
        "https://client.example/%2e%2e/callback",
        "https://client.example/callback path",
        "https://client.example/call\nback",
        "https://client.example/call\r\nLocation: https://evil.example",
        "https://client.example/call\tback",
        "https://client.example/call\0back",
        "https://client.example/\u00e9",
        "https://cli\u0435nt.example/callback",
        "https://client.example\u3002evil.example/callback",
        "https://client%2eexample/callback",
        "https://client.example%00.evil.example/callback",
        "https://client.example%2f@evil.example/callback",
        "https://client.example/\"onload=alert(1)",
        "https://client.example/'",
        "https://client.example/<script>",
        "https://client.example/`",
        "https://client.example/{x}",
        "https://client.example/|",
        "https://client.example/^",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "javascript://client.example/%0aalert(1)",
        "data:text/html,<script>alert(1)</script>",
        "data:text/html;base64,PHNjcmlwdD4=",
        "vbscript:msgbox(1)",
        "file:///etc/passwd",
        "file://client.example/share",
        "ftp://client.example/callback",
        "blob:https://client.example/1",
        "about:blank",
        "mailto:a@client.example",
        "ws://client.example/callback",
        "cursor://anysphere.cursor-mcp/oauth/callback",
        "intent://client.example/#Intent;scheme=https;end",
        "urn:ietf:wg:oauth:2.0:oob",
        "https://*.client.example/callback",
    ];

    /// <summary>None of these passes for a registered <c>https://client.example/callback?a=1</c> or <c>http://127.0.0.1:7777/callback</c>.</summary>
    public static TheoryData<string> Unequal { get; } =
    [
        "https://client.example/callback",
        "https://client.example/callback?a=1&b=2",
        "https://client.example/callback?a=1#",
        "https://client.example/callback/?a=1",
        "https://client.example/Callback?a=1",
        "https://client.example:443/callback?a=1",
        "https://client.example:8443/callback?a=1",
        "https://client.example./callback?a=1",
        "https://sub.client.example/callback?a=1",
        "https://client.example.evil.example/callback?a=1",
        "https://evil.example/callback?a=1",
        "http://client.example/callback?a=1",
        "https://client.example/x/../callback?a=1",
        "https://client.example//callback?a=1",
        "https://client.example/%63allback?a=1",
        "https://user@client.example/callback?a=1",
        "http://localhost:7777/callback",
        "http://[::1]:7777/callback",
        "http://127.0.0.2:7777/callback",
        "https://127.0.0.1:7777/callback",
        "http://127.0.0.1:7777/other",
        "http://127.0.0.1:7777/callback?x=1",
        "http://127.0.0.1:7777@evil.example/callback",
        "http://127.0.0.1:7777.evil.example/callback",
        "http://127.0.0.1:99999/callback",
        "http://127.0.0.1:-1/callback",
    ];

    [Fact]
    public void There_are_at_least_sixty() => Unregistrable.Count.ShouldBeGreaterThanOrEqualTo(60);

    [Theory]
    [MemberData(nameof(Unregistrable))]
    public async Task Hostile_addresses_are_not_registered(string address)
    {
        new RedirectUris(Options).Refusal(address).ShouldNotBeNull();
        await using Place place = new();
        string[] all = [Place.Redirect, address];
        Reply reply = await place
            .Open()
            .PostJsonAsync(Paths.Register, JsonSerializer.Serialize(new { redirect_uris = all }));
        reply.Status.ShouldBe(400, reply.Body);
        reply.Error.ShouldBe("invalid_redirect_uri");
    }

    [Theory]
    [InlineData("https://client.example/callback")]
    [InlineData("https://client.example")]
    [InlineData("https://client.example:8443/callback?a=1&b=%20")]
    [InlineData("http://127.0.0.1:33418/")]
    [InlineData("http://127.0.0.1/callback")]
    [InlineData("http://localhost:3000/oauth/callback")]
    [InlineData("http://[::1]:3000/callback")]
    [InlineData("https://claude.ai/api/mcp/auth_callback")]
    public void Those_of_real_clients_are(string address) => new RedirectUris(Options).Refusal(address).ShouldBeNull();

    [Theory]
    [MemberData(nameof(Unequal))]
    public async Task Another_address_than_the_registered_is_refused_here_and_never_redirected_to(string address)
    {
        await using Place place = new();
        foreach (string known in new[] { "https://client.example/callback?a=1", "http://127.0.0.1:7777/callback" })
        {
            string client = await place.RegisterAsync(known);
            Reply reply = await place.Open().GetAsync(Place.AuthorizeAddress(client, ("redirect_uri", address)));
            reply.Status.ShouldBe(400, reply.Body);
            reply.Location.ShouldBeNull();
            reply.Headers.ContentType.ToString().ShouldStartWith("text/html");
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://[::1]")]
    [InlineData("http://localhost")]
    public async Task A_program_on_this_machine_may_listen_on_another_port(string host)
    {
        await using Place place = new();
        string client = await place.RegisterAsync(host + ":7777/callback");
        string address = Place.AuthorizeAddress(client, ("redirect_uri", host + ":50123/callback"));
        Reply page = await place.Open().GetAsync(address);
        page.Status.ShouldBe(200, page.Body);
        page.Body.ShouldContain("your own device");
        Reply answer = await Place.SignInAsync(place.Open(), address);
        answer.Location!.ShouldStartWith(host + ":50123/callback?");
    }

    [Theory]
    [InlineData("client_id", null)]
    [InlineData("client_id", "unknown")]
    [InlineData("client_id", "00000000000000000000000000000000")]
    [InlineData("client_id", "\u0000\u00e9 ")]
    [InlineData("redirect_uri", null)]
    public async Task Who_is_not_known_gets_a_page_and_no_redirect(string name, string? value)
    {
        await using Place place = new();
        string client = await place.RegisterAsync();
        Reply reply = await place.Open().GetAsync(Place.AuthorizeAddress(client, (name, value)));
        reply.Status.ShouldBe(400, reply.Body);
        reply.Location.ShouldBeNull();
        reply.Headers.ContentType.ToString().ShouldStartWith("text/html");
    }

    [Fact]
    public void An_operator_can_list_hosts_and_schemes()
    {
        RedirectUris rules = new(Options with { RedirectHosts = ["claude.ai"], RedirectSchemes = ["cursor"] });
        rules.Refusal("https://claude.ai/api/mcp/auth_callback").ShouldBeNull();
        rules.Refusal("https://sub.claude.ai/callback").ShouldNotBeNull();
        rules.Refusal("https://client.example/callback").ShouldNotBeNull();
        rules.Refusal("http://127.0.0.1:1/callback").ShouldBeNull();
        rules.Refusal("cursor://anysphere.cursor-mcp/oauth/callback").ShouldBeNull();
        rules.Refusal("vscode://callback").ShouldNotBeNull();
    }

    private static AuthorizationOptions Options { get; } =
        new()
        {
            PublicUrl = new Uri(Place.Issuer),
            ClickUpClientId = "id",
            ClickUpClientSecret = "secret",
        };
}
