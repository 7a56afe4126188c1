using System.Net.Sockets;
using System.Text;
using ClickUpMcp.Driver;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests.Login;

/// <summary>People sign in on their own machine; the token goes into the keyring when asked, and into nothing else.</summary>
[Trait("Promise", "PB-01")]
public sealed class LoginTests
{
    private const string Missing = "Is GNOME Keyring, KWallet or another Secret Service running?";

    [Fact]
    [Trait("Requirement", "A-05")]
    public async Task Signs_in_keeps_the_token_in_the_keyring_serves_with_it_and_removes_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The Secret Service is that of Linux.");
        if (await KeyringSession.ProvideAsync(Limit.Long) is { } missing)
        {
            Assert.Skip(missing);
        }

        await using var keyring = await KeyringSession.StartAsync(Limit.Short);
        await using var clickUp = await SandboxProcess.StartAsync(ServerBinary.Path, ["--strict"], Limit.Short);
        var environment = EnvironmentOf(clickUp, keyring.Address);

        var done = await LoginAsync(environment, "--keyring");

        done.ExitCode.ShouldBe(0, done.Everything);
        done.Output.ShouldContain("Signed in as Anna Schmidt");
        done.Everything.ShouldNotContain("c_81000001_", customMessage: "the token and its code are printed nowhere");
        var kept = Encoding.UTF8.GetString(keyring.Dump());
        kept.ShouldNotBeEmpty();
        kept.ShouldNotContain("c_81000001_");

        var called = await RunAsync(environment, "call", "get_current_user", "--keyring");
        called.ExitCode.ShouldBe(0, called.Everything);
        called.Output.ShouldContain("Anna Schmidt");
        (await RunAsync(environment, "doctor", "--keyring")).ExitCode.ShouldBe(0);

        (await RunAsync(environment, "logout")).Output.ShouldContain("is out of the keyring");
        (await RunAsync(environment, "logout")).Output.ShouldContain("has no token");
        var after = await RunAsync(environment, "call", "get_current_user", "--keyring");
        after.ExitCode.ShouldNotBe(0);
        after.Errors.ShouldContain("clickup-mcp login --keyring");
    }

    [Fact]
    public async Task Without_being_asked_it_keeps_nothing()
    {
        await using var bus = CountingBus.Start();
        await using var clickUp = await SandboxProcess.StartAsync(ServerBinary.Path, ["--strict"], Limit.Short);

        var done = await LoginAsync(EnvironmentOf(clickUp, bus.Address));

        done.ExitCode.ShouldBe(0, done.Everything);
        done.Output.ShouldContain("is gone");
        bus.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task Stdio_asks_the_keyring_only_when_it_is_told_to_and_only_when_a_tool_needs_the_token()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || OperatingSystem.IsMacOS(), "Their keyrings are not on a bus.");
        await using var bus = CountingBus.Start();
        var environment = new Dictionary<string, string?> { ["DBUS_SESSION_BUS_ADDRESS"] = bus.Address };

        foreach (var isTold in (bool[])[false, true])
        {
            await using var client = StdioClient.Start(
                ServerBinary.Path,
                ["--persona", "all", .. isTold ? (string[])["--keyring"] : []],
                environment
            );
            await client.InitializeAsync(Limit.Short);
            await client.SendAsync("tools/list", null, Limit.Short);
            bus.Connections.ShouldBe(0);

            var result = await client.CallAsync("get_current_user", null, Limit.Short);

            result.IsError.ShouldBeTrue();
            bus.Connections.ShouldBe(isTold ? 1 : 0);
            if (isTold)
            {
                result.Text.ShouldContain(Missing);
                result.Text.ShouldContain("start this server again");
            }
        }
    }

    [Fact]
    public async Task Without_an_application_it_says_what_to_register()
    {
        var done = await ServerBinary.RunAsync("login");

        done.ExitCode.ShouldBe(2, done.Everything);
        done.Errors.ShouldContain("CLICKUP_MCP_OAUTH_CLIENT_ID");
        done.Errors.ShouldContain("http://127.0.0.1:47821/authorize/callback");
    }

    [Fact]
    [Trait("Requirement", "H-03")]
    public async Task Over_HTTP_the_keyring_of_the_user_who_started_the_server_is_not_used()
    {
        var done = await ServerBinary.RunAsync("http", "--keyring", "--listen", "127.0.0.1:0");

        done.ExitCode.ShouldBe(2, done.Everything);
        done.Errors.ShouldContain("leave --keyring out");
    }

    /// <summary>Runs <c>login</c>, and answers what it asks in a browser.</summary>
    private static async Task<CompletedProcess> LoginAsync(
        Dictionary<string, string?> environment,
        params string[] options
    )
    {
        var port = FreePort.Next();
        await using var login = ChildProcess.Start(
            ServerBinary.Path,
            ["login", "--no-browser", "--port", $"{port}", .. options],
            environment
        );
        var page = await login.WaitForLineAsync(line => line.StartsWith("http", StringComparison.Ordinal), Limit.Short);
        using var user = new ConsentingUser();
        var end = await user.AllowAsync(new Uri(page), Limit.Short);
        end.Port.ShouldBe(port);
        return new CompletedProcess(await login.WaitForExitAsync(Limit.Short), login.Output, login.Errors);
    }

    private static Dictionary<string, string?> EnvironmentOf(SandboxProcess clickUp, string bus) =>
        new()
        {
            ["CLICKUP_API_BASE_URL"] = clickUp.Address.GetLeftPart(UriPartial.Authority),
            ["CLICKUP_MCP_OAUTH_CLIENT_ID"] = "APP",
            ["CLICKUP_MCP_OAUTH_CLIENT_SECRET"] = "a secret of tests",
            ["DBUS_SESSION_BUS_ADDRESS"] = bus,
        };

    private static Task<CompletedProcess> RunAsync(
        Dictionary<string, string?> environment,
        params string[] arguments
    ) => ChildProcess.RunAsync(ServerBinary.Path, arguments, environment, cancellationToken: Limit.Short);

    /// <summary>A bus that hangs up on all who come, and counts them.</summary>
    private sealed class CountingBus : IAsyncDisposable
    {
        private readonly string _path = Path.Combine(Path.GetTempPath(), $"bus-{Guid.NewGuid():N}");
        private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        private readonly Task _loop;
        private int _connections;

        private CountingBus()
        {
            _socket.Bind(new UnixDomainSocketEndPoint(_path));
            _socket.Listen();
            _loop = Task.Run(AcceptAsync);
        }

        public string Address => $"unix:path={_path}";

        public int Connections => Volatile.Read(ref _connections);

        public static CountingBus Start() => new();

        public async ValueTask DisposeAsync()
        {
            _socket.Dispose();
            await _loop;
            File.Delete(_path);
        }

        private async Task AcceptAsync()
        {
            try
            {
                while (true)
                {
                    using var peer = await _socket.AcceptAsync();
                    Interlocked.Increment(ref _connections);
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // The end of the test.
            }
        }
    }
}
