using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClickUpMcp.Driver;
using ClickUpMcp.Tests;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests.Nodes;

/// <summary>People sign in at one of two servers with one store and one public address, and it is killed; and what the store tells of it.</summary>
public sealed partial class GrantNodesTests(StoreServers servers)
{
    private const int Grants = 3;
    private const string ClientSecret = "clickup-app-secret-canary";

    private static readonly TimeSpan MostDelay = TimeSpan.FromSeconds(2);

    [Theory]
    [InlineData("postgres")]
    [InlineData("redis")]
    [Trait("Requirement", "A-08")]
    [Trait("Promise", "PB-04")]
    public async Task A_grant_that_is_revoked_at_one_server_is_over_at_the_other_within_two_seconds(string kind)
    {
        await using Two two = await Two.StartAsync(servers, kind);
        var (client, tokens) = await two.SignInAsync();
        (await OAuthCalls.UseAsync(two.Second, tokens)).ShouldBe(HttpStatusCode.OK);

        await two.Calls.RevokeAsync(two.First, client, tokens);
        await OverAsync(two.Second, tokens);

        var (other, others) = await two.SignInAsync();
        var line = (await two.AdminAsync("grants", "list")).Output.Trim();
        (await OAuthCalls.UseAsync(two.Second, others)).ShouldBe(HttpStatusCode.OK);
        await two.AdminAsync("grants", "revoke", line.Split(' ')[0]);
        await OverAsync(two.First, others);
        await OverAsync(two.Second, others);
        (await two.Calls.RefreshAsync(two.First, other, others)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("postgres")]
    [InlineData("redis")]
    [Trait("Requirement", "A-08")]
    public async Task A_killed_server_takes_no_grant_with_it(string kind)
    {
        await using Two two = await Two.StartAsync(servers, kind);
        List<(string Client, JsonElement Tokens)> granted = [];
        for (var i = 0; i < Grants; i++)
        {
            granted.Add(await two.SignInAsync());
        }

        var client = await two.Calls.RegisterAsync(two.First);
        var code = await two.Calls.CodeAsync(two.First, client);

        // Disposing kills: SIGKILL where there are signals.
        await two.First.DisposeAsync();

        granted.Add((client, await two.Calls.ExchangeAsync(two.Second, client, code)));
        foreach (var (owner, tokens) in granted)
        {
            (await OAuthCalls.UseAsync(two.Second, tokens)).ShouldBe(HttpStatusCode.OK);
            var (status, renewed) = await two.Calls.RefreshAsync(two.Second, owner, tokens);
            status.ShouldBe(HttpStatusCode.OK, renewed.ToString());
            (await OAuthCalls.UseAsync(two.Second, renewed)).ShouldBe(HttpStatusCode.OK);
            await two.Calls.RevokeAsync(two.Second, owner, renewed);
            (await OAuthCalls.UseAsync(two.Second, renewed)).ShouldBe(HttpStatusCode.Unauthorized);
        }
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    [InlineData("redis")]
    [Trait("Requirement", "O-09")]
    [Trait("Promise", "PB-07")]
    public async Task A_dump_after_a_full_run_has_no_secret_and_after_erasing_nothing_of_the_person(string kind)
    {
        await using Two two = await Two.StartAsync(servers, kind);
        var client = await two.Calls.RegisterAsync(two.First);
        var code = await two.Calls.CodeAsync(two.First, client);
        var first = await two.Calls.ExchangeAsync(two.First, client, code);
        (await OAuthCalls.UseAsync(two.First, first)).ShouldBe(HttpStatusCode.OK);
        var (_, second) = await two.Calls.RefreshAsync(two.First, client, first);
        var key = (await two.AdminAsync("licences", "issue", "customer-canary")).Output.Trim();
        var pending = await two.Calls.CodeAsync(two.First, client);
        var grant = (await two.AdminAsync("grants", "list")).Output.Split(' ')[0];
        var shown = (await two.AdminAsync("grants", "show", grant)).Output;
        var owner = shown.Split('\n').Single(line => line.StartsWith("owner", StringComparison.Ordinal)).Split(' ')[^1];

        var dump = await two.Store.ReadAsync();
        dump.ShouldContain(client, customMessage: "else the dump shows nothing");
        dump.ShouldContain(owner, customMessage: "else the dump shows nothing");
        string[] secrets =
        [
            code,
            pending,
            .. new[] { first, second }.SelectMany(tokens =>
                new[]
                {
                    tokens.GetProperty("access_token").GetString()!,
                    tokens.GetProperty("refresh_token").GetString()!,
                }
            ),
            key,
            "customer-canary",
            ClientSecret,
            two.MasterKey,
            "@acme.example",
        ];
        secrets.Where(dump.Contains).ShouldBeEmpty();
        UpstreamToken().IsMatch(dump).ShouldBeFalse("the sandbox gives out codes and tokens of this form");

        (await two.AdminAsync("erase", "--user", owner)).Output.ShouldStartWith("Erased ");
        (await OAuthCalls.UseAsync(two.First, second)).ShouldBe(HttpStatusCode.Unauthorized);
        var after = await two.Store.ReadAsync();
        after.ShouldContain(client, customMessage: "the client is nobody's");
        after.ShouldNotContain(owner);
        after.ShouldNotContain(grant);
        (await two.AdminAsync("export", "--user", owner)).Output.Trim().ShouldBeEmpty();
    }

    [GeneratedRegex(@"c_\d+_[0-9a-f]{8}", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex UpstreamToken();

    private static async Task OverAsync(SignInServer server, JsonElement tokens)
    {
        var deadline = Limit.Of(MostDelay);
        HttpStatusCode status;
        do
        {
            status = await OAuthCalls.UseAsync(server, tokens);
        } while (status != HttpStatusCode.Unauthorized && !deadline.IsCancellationRequested);
        status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    /// <summary>Two servers of one public address and one store; with SQLite, one.</summary>
    private sealed class Two : IAsyncDisposable
    {
        private readonly Dictionary<string, string?> _environment;
        private readonly string _folder;

        private Two(StoreDump store, Dictionary<string, string?> environment, string folder, string masterKey) =>
            (Store, _environment, _folder, MasterKey) = (store, environment, folder, masterKey);

        public StoreDump Store { get; }

        public string MasterKey { get; }

        public SignInServer First { get; private set; } = null!;

        public SignInServer Second { get; private set; } = null!;

        public OAuthCalls Calls { get; private set; } = null!;

        public static async Task<Two> StartAsync(StoreServers servers, string kind)
        {
            var folder = Directory.CreateTempSubdirectory("two-").FullName;
            var store = await StoreDump.CreateAsync(servers, kind, folder);
            var masterKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
            var keyFile = Path.Combine(folder, "master-key");
            PrivateFile.Write(keyFile, masterKey);
            Dictionary<string, string?> environment = new()
            {
                ["CLICKUP_MCP_STORE"] = store.Address,
                ["CLICKUP_MCP_MASTER_KEY_FILE"] = keyFile,
                ["CLICKUP_MCP_OAUTH_CLIENT_SECRET"] = ClientSecret,
            };
            Two two = new(store, environment, folder, masterKey);
            two.First = await SignInServer.StartAsync(ServerBinary.Path, [], Limit.Short, environment);
            two.Second =
                kind == "sqlite"
                    ? two.First
                    : await SignInServer.StartAsync(ServerBinary.Path, [], Limit.Short, environment, two.First);
            // Where the user is sent at last is a page that anybody may see, under another name than the server's.
            two.Calls = new OAuthCalls($"http://localhost:{two.Second.Own.Port}/healthz");
            return two;
        }

        public async Task<(string Client, JsonElement Tokens)> SignInAsync()
        {
            var client = await Calls.RegisterAsync(First);
            return (client, await Calls.ExchangeAsync(First, client, await Calls.CodeAsync(First, client)));
        }

        /// <summary>Runs <c>clickup-mcp admin</c> on the store.</summary>
        public async Task<CompletedProcess> AdminAsync(params string[] words)
        {
            var done = await ChildProcess.RunAsync(
                ServerBinary.Path,
                ["admin", .. words],
                _environment,
                cancellationToken: Limit.Short
            );
            done.ExitCode.ShouldBe(0, done.Everything);
            return done;
        }

        public async ValueTask DisposeAsync()
        {
            Calls.Dispose();
            await First.DisposeAsync();
            await Second.DisposeAsync();
            Directory.Delete(_folder, recursive: true);
        }
    }
}
