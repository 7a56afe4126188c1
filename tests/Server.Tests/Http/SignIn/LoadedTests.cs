using ClickUpMcp.Driver;

namespace ClickUpMcp.Tests.Http;

/// <summary>What only a sign-in or a store needs is not even loaded where there is neither.</summary>
public sealed class LoadedTests
{
    /// <summary>What belongs to signing in.</summary>
    private static readonly string[] OfSignIn = ["OpenIddict", "Microsoft.IdentityModel"];

    /// <summary>What belongs to stores that outlive the process.</summary>
    private static readonly string[] OfStores = ["Npgsql", "StackExchange.Redis", "SQLitePCL", "e_sqlite3"];

    /// <summary>What belongs to HTTP, to keyrings and to signing in at all.</summary>
    private static readonly string[] OfHttp =
    [
        "ClickUpMcp.Authorization",
        "Microsoft.AspNetCore.Http",
        "Microsoft.AspNetCore.Server.Kestrel",
        "Tmds.DBus",
    ];

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "clickup-mcp");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Over_stdio_nothing_of_signing_in_HTTP_or_stores_is_loaded()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What a process has loaded is read as on Linux.");
        await using StdioClient client = StdioClient.Start(Program, ["--sandbox"]);
        await client.InitializeAsync(Stop);
        await client.RequestAsync("tools/list", null, Stop);
        (await client.CallAsync("get_current_user", null, Stop)).IsError.ShouldBeFalse();

        string loaded = Maps(client.ProcessId);
        loaded.ShouldContain("clickup-mcp.dll", customMessage: "else it shows nothing");
        Of(loaded, OfSignIn, OfStores, OfHttp).ShouldBeEmpty();
    }

    [Fact]
    public async Task Over_HTTP_it_is_loaded_only_where_users_can_sign_in()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What a process has loaded is read as on Linux.");
        await using HttpServerProcess plain = await HttpServerProcess.StartAsync(
            Program,
            ["--sandbox", "--audit", "none"],
            null,
            Stop
        );
        await AskAsync(plain.Address, "/healthz");
        Of(Maps(plain.Process.Id), OfSignIn, OfStores).ShouldBeEmpty();

        await using SignInServer signIn = await SignInServer.StartAsync(Program, [], Stop);
        await AskAsync(signIn.Own, "/.well-known/oauth-authorization-server");
        string loaded = Maps(signIn.ProcessId);
        Of(loaded, OfSignIn).ShouldBe(OfSignIn, "else the search finds nothing");
        Of(loaded, OfStores).ShouldBeEmpty("its store is the memory");
    }

    private static string[] Of(string loaded, params string[][] names) =>
        [.. names.SelectMany(static part => part).Where(name => loaded.Contains(name, StringComparison.Ordinal))];

    private static string Maps(int process) => File.ReadAllText($"/proc/{process}/maps");

    private static async Task AskAsync(Uri address, string path)
    {
        using HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
        using HttpResponseMessage reply = await http.GetAsync(new Uri(address, path), Stop);
        reply.EnsureSuccessStatusCode();
    }
}
