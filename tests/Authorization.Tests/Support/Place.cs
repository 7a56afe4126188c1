using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Authorization.Pages;
using ClickUpMcp.Authorization.Senders;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Storage;
using ClickUpMcp.Storage.Memory;
using ClickUpMcp.Tests;

namespace ClickUpMcp.Authorization.Tests.Support;

/// <summary>An authorization server in front of the sandbox, with a clock of its own; and the way through a sign-in.</summary>
internal sealed class Place : IAsyncDisposable
{
    public const string Issuer = "https://mcp.example.com";
    public const string Resource = Issuer + "/mcp";
    public const string Redirect = "https://client.example/callback";
    public const string Verifier = "a-verifier-of-more-than-forty-three-characters-0123456789";

    public Place(
        Func<AuthorizationOptions, AuthorizationOptions>? change = null,
        HttpMessageHandler? documents = null,
        bool hasSecondWorkspace = false
    )
    {
        ClickUp = new SandboxServer(
            new SandboxOptions { RequestsPerMinute = 0, SecondWorkspace = hasSecondWorkspace },
            Time
        );
        Store = new CheckedRecordStore(new MemoryRecordStore(Time), Time);
        AuthorizationOptions options = new()
        {
            PublicUrl = new Uri(Issuer),
            ClickUpClientId = "CLICKUP-APP",
            ClickUpClientSecret = "clickup-app-secret-canary",
            RequestsPerMinute = 100_000,
        };
        Server = new AuthorizationServer(
            change?.Invoke(options) ?? options,
            Store,
            new RecordSealer(MasterKeys.OfProcess()),
            new HtmlPages("mcp.example.com"),
            new SandboxMessageHandler(ClickUp),
            Time,
            documents
        );
    }

    public ManualTimeProvider Time { get; } = new();

    public SandboxServer ClickUp { get; }

    public CheckedRecordStore Store { get; }

    public AuthorizationServer Server { get; }

    public static string Challenge { get; } =
        Convert
            .ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)))
            .TrimEnd('=')
            .Replace('+', '-')
            .Replace('/', '_');

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public WebBrowser Open() => new(Server, ClickUp);

    /// <summary>Registers a client without a secret; returns its id.</summary>
    public async Task<string> RegisterAsync(string redirect = Redirect, string name = "Test client")
    {
        Reply reply = await Open()
            .PostJsonAsync(
                "/register",
                JsonSerializer.Serialize(
                    new Dictionary<string, object>
                    {
                        ["client_name"] = name,
                        ["redirect_uris"] = new[] { redirect },
                        ["token_endpoint_auth_method"] = "none",
                    }
                )
            );
        reply.Status.ShouldBe(201, reply.Body);
        return reply.Text("client_id");
    }

    public static string AuthorizeAddress(string client, params (string Name, string? Value)[] changes)
    {
        Dictionary<string, string?> parameters = new()
        {
            ["response_type"] = "code",
            ["client_id"] = client,
            ["redirect_uri"] = Redirect,
            ["code_challenge"] = Challenge,
            ["code_challenge_method"] = "S256",
            ["scope"] = "read write",
            ["state"] = "client-state",
            ["resource"] = Resource,
        };
        foreach ((string name, string? value) in changes)
        {
            parameters[name] = value;
        }

        return "/authorize?"
            + WebBrowser.Form(parameters.Where(pair => pair.Value is not null).Select(pair => (pair.Key, pair.Value!)));
    }

    /// <summary>Reads the consent page and says yes to what it asks; returns ClickUp's page.</summary>
    public static async Task<string> ConsentAsync(WebBrowser browser, string address, params string[] scopes)
    {
        Reply page = await browser.GetAsync(address);
        page.Status.ShouldBe(200, page.Body);
        Reply reply = await browser.PostAsync("/authorize/consent", Answer(page, "allow", scopes));
        reply.Status.ShouldBe(303, reply.Body);
        return reply.Location!;
    }

    /// <summary>What a form sends.</summary>
    public static List<(string Name, string Value)> Answer(Reply page, string decision, params string[] scopes) =>
        [
            ("form_token", page.FormToken),
            ("decision", decision),
            .. (scopes.Length == 0 ? ["read", "write"] : scopes).Select(scope => ("scope", scope)),
        ];

    /// <summary>Goes through a sign-in to where the client is answered.</summary>
    public static async Task<Reply> SignInAsync(
        WebBrowser browser,
        string address,
        long user = SandboxSeed.MemberId,
        params string[] scopes
    )
    {
        string page = await ConsentAsync(browser, address, scopes);
        Reply back = await browser.GetAsync(await browser.AnswerClickUpAsync(page, user));
        back.Status.ShouldBe(303, back.Body);
        return await browser.GetAsync(back.Location!);
    }

    /// <summary>The fields that a client sends for a code.</summary>
    public static List<(string Name, string Value)> CodeFields(
        string client,
        string code,
        params (string Name, string? Value)[] changes
    )
    {
        Dictionary<string, string?> fields = new()
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = client,
            ["code"] = code,
            ["code_verifier"] = Verifier,
            ["redirect_uri"] = Redirect,
        };
        foreach ((string name, string? value) in changes)
        {
            fields[name] = value;
        }

        return [.. fields.Where(pair => pair.Value is not null).Select(pair => (pair.Key, pair.Value!))];
    }

    public Task<Reply> ExchangeAsync(string client, string code, params (string Name, string? Value)[] changes) =>
        Open().PostAsync("/token", CodeFields(client, code, changes));

    public Task<Reply> RefreshAsync(string client, string token, params (string Name, string Value)[] more) =>
        Open()
            .PostAsync(
                "/token",
                [("grant_type", "refresh_token"), ("client_id", client), ("refresh_token", token), .. more]
            );

    /// <summary>Of several requests that brought the same code or token, at most one got tokens, and the others ended those.</summary>
    public async Task ShouldHaveEndedAsync(string client, IReadOnlyList<Reply> replies)
    {
        Reply[] given = [.. replies.Where(static reply => reply.Status == 200)];
        given.Length.ShouldBeLessThanOrEqualTo(1);
        replies.Except(given).ShouldAllBe(static reply => reply.Error == "invalid_grant");
        foreach (Reply tokens in given)
        {
            (await FindAsync(tokens.Text("access_token"))).ShouldBeNull();
            (await RefreshAsync(client, tokens.Text("refresh_token"))).Error.ShouldBe("invalid_grant");
        }
    }

    /// <summary>A client with tokens.</summary>
    public async Task<(string Client, Reply Tokens)> ConnectAsync(
        long user = SandboxSeed.MemberId,
        params (string Name, string? Value)[] changes
    )
    {
        string client = await RegisterAsync();
        Reply answer = await SignInAsync(Open(), AuthorizeAddress(client, changes), user);
        Reply tokens = await ExchangeAsync(client, answer.Parameter("code")!);
        tokens.Status.ShouldBe(200, tokens.Body);
        return (client, tokens);
    }

    public ValueTask<Access?> FindAsync(string token, string resource = Resource, Sender sender = default) =>
        Server.AccessTokens.FindAsync(token, resource, sender, Cancellation);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Store.DisposeAsync();
    }
}
