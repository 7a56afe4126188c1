using System.Text;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.RateLimiting;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tests;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Tools.Runtime;

namespace SecondSpec;

/// <summary>The tools of the second spec on the server's engine, over the fake library.</summary>
internal sealed class LibrarySession : IAsyncDisposable
{
    private readonly SocketsHttpHandler _sockets = new() { AllowAutoRedirect = false };
    private readonly UpstreamGate _gate;
    private readonly ToolDispatcher _dispatcher;

    private LibrarySession(FakeLibrary library, ToolPolicyOptions policy, string key, TimeSpan? deadline)
    {
        Library = library;
        _gate = new UpstreamGate(new UpstreamLimitOptions { PerMinute = 0 }, new LimitCounters(), Time);
        ClickUpClientOptions options = new() { Dialect = ToolCatalog.Upstream, BaseUrl = library.Address };
        ClickUpCredentials credentials = new(key);
        ClickUpClient client = new(credentials, options, Time, _gate, credentials.Fingerprint(), () => _sockets);
        ToolServices services = new(
            client,
            new WorkspaceDirectory(client, new ResolverOptions(), Time),
            new PlainNames(),
            new Projector(OutputFormat.Json),
            new CursorCodec(SealKey.OfProcess(), string.Empty, Time),
            Time
        );
        Inventory = new ToolInventory(EmittedCatalog.Instance, ToolPolicy.Create(policy, EmittedCatalog.Instance));
        _dispatcher = new ToolDispatcher(Inventory, services, Bugs.Add, deadline: deadline);
    }

    public FakeLibrary Library { get; }

    public ManualTimeProvider Time { get; } = new(new DateTimeOffset(2026, 4, 30, 22, 30, 0, TimeSpan.Zero));

    public ToolInventory Inventory { get; }

    /// <summary>What the dispatcher had to say; nothing, if all went well.</summary>
    public List<string> Bugs { get; } = [];

    public static async Task<LibrarySession> StartAsync(
        ToolPolicyOptions? policy = null,
        string key = FakeLibrary.Key,
        TimeSpan? deadline = null
    ) => new(await FakeLibrary.StartAsync(), policy ?? new(), key, deadline);

    public async Task<ToolResult> CallAsync(string tool, string arguments = "{}")
    {
        ToolCallOutcome outcome = await _dispatcher.CallAsync(
            tool,
            Encoding.UTF8.GetBytes(arguments),
            NoProgress.Instance,
            TestContext.Current.CancellationToken
        );
        Bugs.ShouldBeEmpty();
        return outcome.Result.ShouldNotBeNull(outcome.UnknownTool);
    }

    public async ValueTask DisposeAsync()
    {
        _sockets.Dispose();
        _gate.Dispose();
        await Library.DisposeAsync();
    }
}
