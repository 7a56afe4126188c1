using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ClickUpMcp.Server.Tests.Transport;

namespace ClickUpMcp.Tests.Http.EdgeTable;

/// <summary>A server as others can reach it: with tokens, a public name, and an origin that may use it.</summary>
internal sealed class GuardedServer : IAsyncDisposable
{
    public const string Modern = "2026-07-28";

    private readonly ConcurrentBag<TcpClient> _uploads = [];
    private readonly TokenFile _tokens;

    private GuardedServer(HttpServer server, FakeGateway gateway, ManualTimeProvider time, TokenFile tokens)
    {
        Server = server;
        Gateway = gateway;
        Time = time;
        _tokens = tokens;
    }

    public HttpServer Server { get; }

    public FakeGateway Gateway { get; }

    public ManualTimeProvider Time { get; }

    /// <summary>Bearer tokens of principals that send none of the drafts.</summary>
    public static string[] Others { get; } =
    [TokenFile.Ben, "cleo-0123456789abcdef-token", "dora-0123456789abcdef-token"];

    public static async Task<GuardedServer> StartAsync()
    {
        var tokens = new TokenFile(
            ("anna", TokenFile.Anna),
            ("ben", Others[0]),
            ("cleo", Others[1]),
            ("dora", Others[2])
        );
        var time = new ManualTimeProvider();
        var gateway = new FakeGateway();
        HttpServer server = await HttpServer.StartAsync(
            gateway,
            options =>
            {
                options.Http.TokensFile = tokens.Path;
                options.Http.PublicUrl = new Uri("https://mcp.example.com");
                options.Http.AllowedHosts = ["alias.example.com"];
                options.Http.AllowedOrigins = ["https://app.example.com"];
            },
            time
        );
        return new GuardedServer(server, gateway, time, tokens);
    }

    /// <summary>A request of Anna's that passes, in a session of its own where its revision has sessions.</summary>
    public async Task<RequestDraft> GoodAsync(bool isModern = false)
    {
        RequestDraft draft = Common(TokenFile.Anna);
        if (isModern)
        {
            draft.Body = HttpServer.ModernJson("tools/list");
            draft["MCP-Protocol-Version"] = Modern;
            draft["Mcp-Method"] = "tools/list";
        }
        else
        {
            draft.Body = """{"jsonrpc":"2.0","id":1,"method":"tools/list"}""";
            draft["MCP-Protocol-Version"] = "2025-11-25";
            draft["Mcp-Session-Id"] = await Server.OpenSessionAsync(TokenFile.Bearer(TokenFile.Anna));
        }

        return draft;
    }

    /// <summary>Sends all but the end of a body of the largest size, and keeps the connection.</summary>
    public async Task<TcpClient> UploadAsync(string token, int size)
    {
        RequestDraft draft = Common(token);
        draft["Content-Length"] = $"{size}";
        draft.Body = new string(' ', size - 1);
        var client = new TcpClient();
        _uploads.Add(client);
        await client.ConnectAsync(IPAddress.Loopback, Server.Address.Port, TestContext.Current.CancellationToken);
        await client
            .GetStream()
            .WriteAsync(Encoding.Latin1.GetBytes(draft.ToString()), TestContext.Current.CancellationToken);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        Array.ForEach(_uploads.ToArray(), static client => client.Dispose());
        await Server.DisposeAsync();
        _tokens.Dispose();
    }

    private static RequestDraft Common(string token)
    {
        var draft = new RequestDraft();
        draft["Host"] = "localhost";
        draft["Connection"] = "close";
        draft["Content-Type"] = "application/json";
        draft["Accept"] = "application/json, text/event-stream";
        draft["Authorization"] = $"Bearer {token}";
        return draft;
    }
}
