using ClickUpMcp.Driver;
using ClickUpMcp.Tests;
using EndToEnd.Tests.Http;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests.Nodes;

/// <summary>Two servers, each a process, with one store and one ClickUp, and a licence key that lets in.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private readonly Dictionary<string, string?> _environment;
    private readonly string _keyFile;

    private Cluster(SandboxProcess clickUp, Dictionary<string, string?> environment, string keyFile) =>
        (ClickUp, _environment, _keyFile) = (clickUp, environment, keyFile);

    public SandboxProcess ClickUp { get; }

    public List<HttpServerProcess> Servers { get; } = [];

    /// <summary>The id of the licence.</summary>
    public string Licence { get; private set; } = "";

    public (string Name, string Value) Key { get; private set; }

    /// <summary>The address of an empty store of a kind.</summary>
    public static async Task<string> AddressAsync(StoreServers servers, string kind)
    {
        if (kind == "redis")
        {
            var redis = await servers.RedisAsync();
            return redis.Url(redis.NextDatabase());
        }

        var postgres = await servers.PostgresAsync();
        return postgres.Url(await postgres.CreateDatabaseAsync(TestContext.Current.CancellationToken));
    }

    public static async Task<Cluster> StartAsync(string store)
    {
        var clickUp = await SandboxProcess.StartAsync(
            ServerBinary.Path,
            ["--rate", $"{NodesTests.PerMinute}"],
            Limit.Short
        );
        var keyFile = Path.GetTempFileName();
        PrivateFile.Write(keyFile, Convert.ToBase64String(Enumerable.Range(1, 32).Select(i => (byte)i).ToArray()));
        Cluster cluster = new(
            clickUp,
            new Dictionary<string, string?>
            {
                ["CLICKUP_API_KEY"] = "pk_1_NODES",
                ["CLICKUP_API_BASE_URL"] = clickUp.Address.ToString(),
                ["CLICKUP_MCP_CALLS_PER_MINUTE"] = "0",
                ["CLICKUP_MCP_STORE"] = store,
                ["CLICKUP_MCP_MASTER_KEY_FILE"] = keyFile,
            },
            keyFile
        );
        var issued = await cluster.AdminAsync("licences", "issue", "nodes");
        cluster.Key = ("X-License-Key", issued.Output.Trim());
        cluster.Licence = (await cluster.AdminAsync("licences", "list")).Output.Split(' ')[0];
        for (var i = 0; i < 2; i++)
        {
            cluster.Servers.Add(
                await HttpServerProcess.StartAsync(
                    ServerBinary.Path,
                    ["--audit", "none"],
                    cluster._environment,
                    Limit.Short
                )
            );
        }

        return cluster;
    }

    public McpHttpClient Client(int server, bool isModern, params (string, string)[] headers) =>
        new(Servers[server].Address, isModern, [Key, .. headers]);

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
        foreach (var server in Servers)
        {
            await server.DisposeAsync();
        }

        await ClickUp.DisposeAsync();
        File.Delete(_keyFile);
    }
}
