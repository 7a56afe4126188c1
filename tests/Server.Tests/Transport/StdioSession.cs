using System.Text;
using System.Text.Json;
using ClickUpMcp.Protocol;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Protocol.Recording;
using ClickUpMcp.Transport;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClickUpMcp.Server.Tests.Transport;

/// <summary>A running server and its only client.</summary>
internal sealed class StdioSession : IAsyncDisposable
{
    public const string Modern =
        "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\",\"io.modelcontextprotocol/clientCapabilities\":{}}";

    public const string Handshake =
        """{"jsonrpc":"2.0","id":"handshake","method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""";

    /// <summary>Only so that a broken server fails its test instead of holding up the run.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly InputStream _input = new();
    private readonly StdioServer _server;
    private readonly Task _run;

    public StdioSession()
        : this(Services()) { }

    /// <param name="services">What records its calls.</param>
    /// <param name="features">What it offers besides tools.</param>
    public StdioSession(CoreServices services, params IServerFeature[] features)
        : this(services, gateway => Inventory(gateway) with { Features = features }) { }

    /// <param name="services">What records its calls.</param>
    /// <param name="inventory">What it has; may use tools that the test controls.</param>
    public StdioSession(CoreServices services, Func<FakeGateway, ServerInventory> inventory)
    {
        _server = new StdioServer(_input, Output, inventory(Gateway), services);
        _run = Task.Factory.StartNew(_server.Run, TaskCreationOptions.LongRunning);
    }

    /// <param name="inventory">What it offers in place of the fake gateway.</param>
    public StdioSession(ServerInventory inventory)
    {
        _server = new StdioServer(_input, Output, inventory, Services());
        _run = Task.Factory.StartNew(_server.Run, TaskCreationOptions.LongRunning);
    }

    public FakeGateway Gateway { get; } = new();

    public OutputStream Output { get; } = new();

    public static ServerInventory Inventory(IToolGateway tools) =>
        new(new ServerIdentity("test-server", "Test", "9.9.9", "Use \"echo\"."), new Lazy<IToolGateway>(() => tools));

    public static CoreServices Services(ICallAudit? audit = null, McpTelemetry? telemetry = null) =>
        new()
        {
            Logger = NullLogger.Instance,
            Time = TimeProvider.System,
            Audit = audit,
            Telemetry = telemetry,
        };

    public static Task Patiently(Task task) => task.WaitAsync(Patience);

    public void Send(string line) => Send(Encoding.UTF8.GetBytes(line));

    public void Send(byte[] line) => _input.Send([.. line, (byte)'\n']);

    /// <summary>The next line the server writes, as it is.</summary>
    public async Task<string> ReceiveAsync() =>
        await Output.Lines.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience);

    /// <summary>The next message the server writes.</summary>
    public async Task<JsonElement> ReceiveJsonAsync()
    {
        string line = await ReceiveAsync();
        using var document = JsonDocument.Parse(line);
        document.RootElement.GetProperty("jsonrpc").GetString().ShouldBe("2.0");
        return document.RootElement.Clone();
    }

    /// <summary>Sends one message and returns the next one that comes.</summary>
    public Task<JsonElement> AskAsync(string line)
    {
        Send(line);
        return ReceiveJsonAsync();
    }

    /// <summary>Passes when the server still answers, and has nothing else to say.</summary>
    public async Task ShouldBeAliveAsync()
    {
        string id = $"\"alive-{Guid.NewGuid()}\"";
        Send($$"""{"jsonrpc":"2.0","id":{{id}},"method":"ping"}""");
        (await ReceiveAsync()).ShouldBe($$$"""{"jsonrpc":"2.0","id":{{{id}}},"result":{}}""");
    }

    /// <summary>Closes the server's input and waits until it has stopped.</summary>
    public Task EndAsync()
    {
        _input.End();
        return Patiently(_run);
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _server.Dispose();
    }
}
