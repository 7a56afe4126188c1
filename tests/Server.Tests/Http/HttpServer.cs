using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Access;
using ClickUpMcp.Hosting.Http;
using ClickUpMcp.Observability;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Server.Tests.Transport;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Transport.Http;
using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Tests.Http;

/// <summary>A server on a free port of the loopback, and a client that speaks to it.</summary>
internal sealed class HttpServer : IAsyncDisposable
{
    /// <summary>Else each audit of a test would keep a key beside it.</summary>
    public const string AuditSecret = "the secret of the digests of tests";

    public const string Meta =
        "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\",\"io.modelcontextprotocol/clientCapabilities\":{}}";

    public const string Handshake =
        """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""";

    /// <summary>Only so that a broken server fails its test instead of holding up the run.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpHost _host;
    private readonly WatchedTenants _tenants;
    private readonly MemoryStream _log;

    private readonly LogWriter _writer;

    private HttpServer(HttpHost host, WatchedTenants tenants, MemoryStream log, LogWriter writer)
    {
        _host = host;
        _tenants = tenants;
        _log = log;
        _writer = writer;
        Client = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false })
        {
            BaseAddress = host.Address,
            Timeout = Patience,
        };
    }

    public HttpClient Client { get; }

    public Uri Address => _host.Address;

    public HttpHost Host => _host;

    /// <inheritdoc cref="WatchedTenants.HungUp"/>
    public Task HungUp => _tenants.HungUp;

    /// <summary>All that was logged so far.</summary>
    public string Log
    {
        get
        {
            _writer.FlushAsync().Wait(Patience);
            lock (_log)
            {
                return Encoding.UTF8.GetString(_log.ToArray());
            }
        }
    }

    /// <summary>Starts a server with the real tools over what the options say, the built-in ClickUp by default.</summary>
    public static Task<HttpServer> StartAsync(
        Action<ServerOptions>? configure = null,
        TimeProvider? time = null,
        AccessServices? access = null
    )
    {
        ServerOptions options = Options(configure);
        if (options.ApiBaseUrl == ServerOptions.PublicApi)
        {
            options.Sandbox = true;
        }

        TimeProvider clock = time ?? TimeProvider.System;
        return StartAsync(new CompositionRoot(clock).CreateTenants(options, access), options, clock, access);
    }

    /// <summary>Starts a server with tools of the test's own.</summary>
    public static Task<HttpServer> StartAsync(
        IToolGateway gateway,
        Action<ServerOptions>? configure = null,
        TimeProvider? time = null,
        AccessServices? access = null
    )
    {
        ServerOptions options = Options(configure);
        TimeProvider clock = time ?? TimeProvider.System;
        TenantFactory factory = new(
            options,
            ToolPolicy.Create(new ToolPolicyOptions(), EmittedCatalog.Instance),
            (_, _, _, _) => gateway,
            StdioSession.Inventory(gateway).Identity,
            access?.Credentials
        );
        return StartAsync(new TenantMap(factory, clock), options, clock, access);
    }

    /// <summary>Sends a message; the headers that its era asks for are added.</summary>
    public Task<HttpResponseMessage> PostAsync(string json, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, json, headers);

    /// <summary>Sends a modern request with the headers that repeat its parts.</summary>
    public Task<HttpResponseMessage> ModernAsync(
        string method,
        string parameters = "",
        string? name = null,
        params (string Name, string Value)[] headers
    ) => PostAsync(ModernJson(method, parameters), [.. ModernHeaders(method, name), .. headers]);

    public static string ModernJson(string method, string parameters = "", string id = "1") =>
        $$$"""{"jsonrpc":"2.0","id":{{{id}}},"method":"{{{method}}}","params":{{{{parameters}}}{{{(parameters.Length > 0 ? "," : "")}}}{{{Meta}}}}}""";

    public static (string, string)[] ModernHeaders(string method, string? name = null) =>
        name is null
            ? [("MCP-Protocol-Version", "2026-07-28"), ("Mcp-Method", method)]
            : [("MCP-Protocol-Version", "2026-07-28"), ("Mcp-Method", method), ("Mcp-Name", name)];

    /// <summary>Calls a tool in the modern way.</summary>
    public Task<HttpResponseMessage> CallAsync(
        string tool,
        string arguments = "{}",
        params (string Name, string Value)[] headers
    ) => ModernAsync("tools/call", $"\"name\":\"{tool}\",\"arguments\":{arguments}", tool, headers);

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string? json,
        (string Name, string Value)[] headers,
        HttpCompletionOption completion = HttpCompletionOption.ResponseContentRead
    )
    {
        using var request = new HttpRequestMessage(method, PathOf(headers));
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        request.Headers.TryAddWithoutValidation("Accept", "application/json, text/event-stream");
        foreach ((string name, string value) in headers.Where(header => header.Name != ":path"))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request, completion, TestContext.Current.CancellationToken);
    }

    /// <summary>Calls a tool that never answers, hangs up once it runs, and waits until it was cancelled.</summary>
    public async Task HangUpAsync(FakeGateway gateway)
    {
        using var hangUp = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Post, Address)
        {
            Content = new StringContent(
                ModernJson("tools/call", "\"name\":\"hang\""),
                Encoding.UTF8,
                "application/json"
            ),
        };
        foreach ((string name, string value) in ModernHeaders("tools/call", "hang"))
        {
            request.Headers.Add(name, value);
        }

        Task<HttpResponseMessage> call = Client.SendAsync(request, hangUp.Token);
        await gateway.Started.Task.WaitAsync(Patience);
        await hangUp.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(call);
        await gateway.Cancelled.Task.WaitAsync(Patience);
    }

    /// <summary>Starts a legacy session and returns its id.</summary>
    public async Task<string> OpenSessionAsync(params (string Name, string Value)[] headers)
    {
        using HttpResponseMessage reply = await PostAsync(Handshake, headers);
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        return reply.Headers.GetValues("Mcp-Session-Id").Single();
    }

    /// <summary>Sends bytes as they are and returns all that comes back until the connection ends.</summary>
    public async Task<string> RawAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Address.Port, TestContext.Current.CancellationToken);
        NetworkStream stream = client.GetStream();
        await stream
            .WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken)
            .AsTask()
            .WaitAsync(Patience);
        using var all = new MemoryStream();
        await stream.CopyToAsync(all, TestContext.Current.CancellationToken).WaitAsync(Patience);
        return Encoding.UTF8.GetString(all.ToArray());
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage reply)
    {
        string text = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    /// <summary>The text of a tool's reply.</summary>
    public static async Task<string> TextAsync(HttpResponseMessage reply) =>
        (await JsonAsync(reply)).GetProperty("result").GetProperty("content")[0].GetProperty("text").GetString()!;

    /// <summary>The error code of a reply.</summary>
    public static async Task<int> CodeAsync(HttpResponseMessage reply) =>
        (await JsonAsync(reply)).GetProperty("error").GetProperty("code").GetInt32();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.StopAsync();
        await _host.DisposeAsync();
    }

    private static ServerOptions Options(Action<ServerOptions>? configure)
    {
        var options = new ServerOptions { LogLevel = LogLevel.Debug, CallsPerMinute = 0 };
        options.Http.Listen = new IPEndPoint(IPAddress.Loopback, 0);
        options.Audit = "none";
        options.AuditKey = new Secret(AuditSecret);
        options.Http.DrainSeconds = 1;
        configure?.Invoke(options);
        return options;
    }

    /// <summary>Starts a server with options that are whole.</summary>
    public static async Task<HttpServer> StartAsync(
        ITenants tenants,
        ServerOptions options,
        TimeProvider time,
        AccessServices? access = null
    )
    {
        var log = new MemoryStream();
        var writer = new LogWriter(new Lazy<Stream>(Stream.Synchronized(log)), options.LogLevel, time)
        {
            IsJson = options.LogsJson,
        };
        var watched = new WatchedTenants(tenants);
        return new HttpServer(await HttpHost.StartAsync(watched, options, writer, time, access), watched, log, writer);
    }

    private static Uri PathOf((string Name, string Value)[] headers) =>
        new(headers.FirstOrDefault(header => header.Name == ":path").Value ?? "/mcp", UriKind.Relative);
}
