namespace ClickUpMcp.Driver.Stores;

/// <summary>A PostgreSQL server of our own, on loopback, with its data in a temporary folder.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>Its password, which no message of ours may ever show.</summary>
    public const string Password = "canary/of:the@password";

    private readonly string _folder;
    private readonly string _programs;
    private readonly int _port = FreePort.Next();
    private ServerProgram? _server;
    private int _databases;

    private PostgresServer(string folder, string programs) => (_folder, _programs) = (folder, programs);

    /// <summary>Null if it can be started here, after an installation if need be; else why not.</summary>
    public static async Task<string?> ProvideAsync(CancellationToken cancellationToken) =>
        FindPrograms() is null ? await DebianPackages.InstallAsync(["postgresql"], cancellationToken) : null;

    public static async Task<PostgresServer> StartAsync(CancellationToken cancellationToken)
    {
        var programs = FindPrograms() ?? throw new InvalidOperationException("PostgreSQL is not installed.");
        var server = new PostgresServer(await ServerProgram.CreateFolderAsync(cancellationToken), programs);
        var secret = Path.Combine(server._folder, "password");
        await File.WriteAllTextAsync(secret, Password, cancellationToken);
        await ServerProgram.RunUnprivilegedAsync(
            [
                server.Program("initdb"),
                $"--pgdata={server.Data}",
                "--username=postgres",
                $"--pwfile={secret}",
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-sync",
            ],
            cancellationToken
        );
        await server.StartAgainAsync(cancellationToken);
        return server;
    }

    /// <summary>The URL of one of its databases.</summary>
    public string Url(string database) =>
        $"postgres://postgres:{Uri.EscapeDataString(Password)}@127.0.0.1:{_port}/{database}";

    /// <summary>Creates an empty database and returns its name.</summary>
    public async Task<string> CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await SqlAsync("postgres", $"create database {name}", cancellationToken);
        return name;
    }

    /// <summary>Runs SQL in a database; returns what it selects, a line for each row.</summary>
    public Task<string> SqlAsync(string database, string sql, CancellationToken cancellationToken) =>
        RunAsync(["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c", sql, database], cancellationToken);

    /// <summary>All that a database holds, as text.</summary>
    public Task<string> DumpAsync(string database, CancellationToken cancellationToken) =>
        RunAsync(["pg_dump", database], cancellationToken);

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
                Program("postgres"),
                "-D",
                Data,
                "-h",
                "127.0.0.1",
                "-p",
                $"{_port}",
                "-k",
                _folder,
                "-c",
                "max_connections=300",
                // No test cuts the power; the end of the server alone loses nothing without it.
                "-c",
                "fsync=off",
            ],
            "database system is ready to accept connections",
            cancellationToken
        );

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder, "data");

    private string Program(string name) => Path.Combine(_programs, name);

    private Task<string> RunAsync(string[] command, CancellationToken cancellationToken) =>
        ServerProgram.RunUnprivilegedAsync(
            [Program(command[0]), .. command.Skip(1)],
            cancellationToken,
            new Dictionary<string, string?>
            {
                ["PGHOST"] = "127.0.0.1",
                ["PGPORT"] = $"{_port}",
                ["PGUSER"] = "postgres",
                ["PGPASSWORD"] = Password,
            }
        );

    /// <summary>Debian keeps them in a folder by version, of which PATH has none.</summary>
    private static string? FindPrograms()
    {
        const string Versions = "/usr/lib/postgresql";
        string[] folders = Directory.Exists(Versions)
            ?
            [
                .. Directory
                    .GetDirectories(Versions)
                    .Order(StringComparer.Ordinal)
                    .Reverse()
                    .Select(v => Path.Combine(v, "bin")),
            ]
            : [];
        return Path.GetDirectoryName(
            folders.Select(folder => Path.Combine(folder, "postgres")).FirstOrDefault(File.Exists)
                ?? ProgramPath.Find("postgres")
        );
    }
}
