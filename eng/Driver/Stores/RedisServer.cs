namespace ClickUpMcp.Driver.Stores;

/// <summary>A Redis server of our own, on loopback, with its data in a temporary folder.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    /// <summary>Its password, which no message of ours may ever show.</summary>
    public const string Password = "canary-of-the-password";

    private const int Databases = 1000;

    private readonly string _folder;
    private readonly string[] _settings;
    private readonly int _port = FreePort.Next();
    private ServerProgram? _server;
    private int _used;

    private RedisServer(string folder, string[] settings) => (_folder, _settings) = (folder, settings);

    /// <summary>Null if it can be started here, after an installation if need be; else why not.</summary>
    public static async Task<string?> ProvideAsync(CancellationToken cancellationToken) =>
        ProgramPath.Find("redis-server") is null
            ? await DebianPackages.InstallAsync(["redis-server"], cancellationToken)
            : null;

    /// <param name="settings">Further ones, as on its command line.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static async Task<RedisServer> StartAsync(string[] settings, CancellationToken cancellationToken)
    {
        var server = new RedisServer(await ServerProgram.CreateFolderAsync(cancellationToken), settings);
        await server.StartAgainAsync(cancellationToken);
        return server;
    }

    public string Url(int database) => $"redis://:{Password}@127.0.0.1:{_port}/{database}";

    /// <summary>The number of a database that no test has used yet.</summary>
    public int NextDatabase() =>
        Interlocked.Increment(ref _used) is < Databases and var next
            ? next
            : throw new InvalidOperationException("All databases are used.");

    /// <summary>Runs a command of Redis; returns what it says.</summary>
    public Task<string> AskAsync(
        int database,
        CancellationToken cancellationToken,
        params IEnumerable<string> command
    ) =>
        ServerProgram.RunUnprivilegedAsync(
            ["redis-cli", "-p", $"{_port}", "-n", $"{database}", "--no-auth-warning", .. command],
            cancellationToken,
            new Dictionary<string, string?> { ["REDISCLI_AUTH"] = Password }
        );

    /// <summary>All that its databases hold, as the bytes of a snapshot without compression.</summary>
    public async Task<byte[]> DumpAsync(CancellationToken cancellationToken)
    {
        await AskAsync(0, cancellationToken, "CONFIG", "SET", "rdbcompression", "no");
        await AskAsync(0, cancellationToken, "SAVE");
        return await File.ReadAllBytesAsync(Path.Combine(_folder, "dump.rdb"), cancellationToken);
    }

    public async Task StopAsync()
    {
        if (_server is { } server)
        {
            _server = null;
            await server.DisposeAsync();
        }
    }

    public async Task StartAgainAsync(CancellationToken cancellationToken) =>
        _server = await ServerProgram.StartAsync(
            [
                "redis-server",
                "--bind",
                "127.0.0.1",
                "--port",
                $"{_port}",
                "--dir",
                _folder,
                "--databases",
                $"{Databases}",
                "--requirepass",
                Password,
                "--appendonly",
                "yes",
                .. _settings,
            ],
            "Ready to accept connections",
            cancellationToken
        );

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
