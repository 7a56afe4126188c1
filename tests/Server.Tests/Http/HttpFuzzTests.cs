using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ClickUpMcp.Server.Tests.Transport;

namespace ClickUpMcp.Tests.Http;

/// <summary>Mutated messages in well-formed requests, and mutated requests.</summary>
[Collection(AloneCollection.Name)]
public sealed class HttpFuzzTests
{
    private const int Messages = 200_000;
    private const int Heads = 3_000;
    private const int Batch = 200;
    private const long AllowedGrowth = 4 * 1024 * 1024;

    private static readonly string[] Seeds =
    [
        HttpServer.Handshake,
        """{"jsonrpc":"2.0","method":"notifications/initialized"}""",
        """{"jsonrpc":"2.0","id":1,"method":"ping"}""",
        """{"jsonrpc":"2.0","id":"a\u0041","method":"tools/list","params":{}}""",
        """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"echo","arguments":{"a":[1,2,{"b":"\ud83d\ude00"}]}}}""",
        """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"progress","_meta":{"progressToken":5}}}""",
        """{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":2}}""",
        """{"jsonrpc":"2.0","id":3,"method":"logging/setLevel","params":{"level":"info"}}""",
        """{"jsonrpc":"2.0","id":4,"result":{}}""",
        HttpServer.ModernJson("tools/list"),
        HttpServer.ModernJson("server/discover"),
        HttpServer.ModernJson("tools/call", "\"name\":\"echo\",\"arguments\":{}"),
    ];

    private static readonly string[] HeaderLines =
    [
        "MCP-Protocol-Version: 2026-07-28\r\nMcp-Method: tools/list\r\n",
        "MCP-Protocol-Version: 2026-07-28\r\nMcp-Method: tools/call\r\nMcp-Name: echo\r\n",
        "MCP-Protocol-Version: 2026-07-28\r\nMcp-Method: server/discover\r\n",
        "MCP-Protocol-Version: 2025-11-25\r\n",
        "MCP-Protocol-Version: 1\r\n",
        "Mcp-Method: =?base64?x?=\r\n",
        "",
    ];

    [Fact]
    [Trait("Requirement", "H-07")]
    public async Task H_07_mutated_messages_never_fail_the_server_and_memory_stays_flat()
    {
        await using HttpServer server = await HttpServer.StartAsync(
            new FakeGateway(),
            static options => options.Http.MaxRefusals = int.MaxValue
        );
        await FuzzAsync(server, seed: 1, Messages / 10);
        long before = GC.GetTotalMemory(forceFullCollection: true);

        await Task.WhenAll(
            Enumerable.Range(2, 3).Select(seed => Task.Run(() => FuzzAsync(server, seed, Messages * 3 / 10)))
        );

        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(AllowedGrowth);
        using HttpResponseMessage alive = await server.ModernAsync("tools/list");
        alive.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Requirement", "H-07")]
    public async Task H_07_mutated_requests_never_fail_the_server()
    {
        await using HttpServer server = await HttpServer.StartAsync(
            new FakeGateway(),
            static options => options.Http.MaxRefusals = int.MaxValue
        );
        var random = new Random(20260728);
        for (int i = 0; i < Heads; i++)
        {
            using var client = await ConnectAsync(server);
            byte[] request = Mutation.Of(
                Request(server, random, Encoding.UTF8.GetBytes(Seeds[i % Seeds.Length]), "close"),
                random
            );
            NetworkStream stream = client.GetStream();
            try
            {
                await stream.WriteAsync(request, TestContext.Current.CancellationToken);
                client.Client.Shutdown(SocketShutdown.Send);
                using var reply = new StreamReader(stream, Encoding.Latin1);
                string? status = await reply
                    .ReadLineAsync(TestContext.Current.CancellationToken)
                    .AsTask()
                    .WaitAsync(HttpServer.Patience, TestContext.Current.CancellationToken);
                // 505 is what HTTP asks for where the version is none that is spoken.
                bool isFailure =
                    status?.StartsWith("HTTP/1.1 5", StringComparison.Ordinal) == true && !status.Contains(" 505 ");
                isFailure.ShouldBeFalse(Encoding.Latin1.GetString(request));
            }
            catch (IOException)
            {
                // The server may close on what is no HTTP.
            }
        }

        using HttpResponseMessage alive = await server.ModernAsync("tools/list");
        alive.StatusCode.ShouldBe(HttpStatusCode.OK);
        server.Log.ShouldNotContain("failed with");
    }

    private static async Task FuzzAsync(HttpServer server, int seed, int count)
    {
        var random = new Random(seed);
        string session = await server.OpenSessionAsync();
        using TcpClient client = await ConnectAsync(server);
        using var reader = new ReplyReader(client.GetStream());
        for (int sent = 0; sent < count; sent += Batch)
        {
            using var batch = new MemoryStream();
            for (int i = 0; i < Batch; i++)
            {
                byte[] body = Mutation.Of(Encoding.UTF8.GetBytes(Seeds[random.Next(Seeds.Length)]), random);
                string more = random.Next(3) == 0 ? $"Mcp-Session-Id: {session}\r\n" : "";
                batch.Write(Request(server, random, body, "keep-alive", more));
            }

            Task writing = client.GetStream().WriteAsync(batch.ToArray()).AsTask();
            for (int i = 0; i < Batch; i++)
            {
                (await reader.ReadStatusAsync().WaitAsync(HttpServer.Patience)).ShouldBeLessThan(500, server.Log);
            }

            await writing;
        }
    }

    private static byte[] Request(HttpServer server, Random random, byte[] body, string connection, string more = "") =>
        [
            .. Encoding.Latin1.GetBytes(
                $"POST /mcp HTTP/1.1\r\nHost: 127.0.0.1:{server.Address.Port}\r\nContent-Type: application/json\r\nConnection: {connection}\r\n"
                    + HeaderLines[random.Next(HeaderLines.Length)]
                    + more
                    + $"Content-Length: {body.Length}\r\n\r\n"
            ),
            .. body,
        ];

    private static async Task<TcpClient> ConnectAsync(HttpServer server)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Address.Port);
        return client;
    }

    /// <summary>Reads the replies of a connection, one after the other.</summary>
    private sealed class ReplyReader(Stream stream) : IDisposable
    {
        private readonly BufferedStream _stream = new(stream, 64 * 1024);

        public void Dispose() => _stream.Dispose();

        public async Task<int> ReadStatusAsync()
        {
            string status = await ReadLineAsync();
            int length = 0;
            bool isChunked = false;
            while (await ReadLineAsync() is { Length: > 0 } header)
            {
                length = header.StartsWith("Content-Length: ", StringComparison.Ordinal)
                    ? int.Parse(header[16..], CultureInfo.InvariantCulture)
                    : length;
                isChunked |= header == "Transfer-Encoding: chunked";
            }

            do
            {
                length = isChunked
                    ? int.Parse(await ReadLineAsync(), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                    : length;
                await _stream.ReadExactlyAsync(new byte[length]);
                if (isChunked)
                {
                    await ReadLineAsync();
                }
            } while (isChunked && length > 0);

            return int.Parse(status.AsSpan(9, 3), CultureInfo.InvariantCulture);
        }

        private ValueTask<string> ReadLineAsync()
        {
            var line = new StringBuilder();
            while (_stream.ReadByte() is var next and not '\n')
            {
                line.Append(next < 0 ? throw new IOException("The server closed the connection.") : (char)next);
            }

            return new ValueTask<string>(line.ToString().TrimEnd('\r'));
        }
    }
}
