using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ClickUpMcp.Api;
using ClickUpMcp.Tools;

namespace ClickUpMcp.Tests.Api;

public sealed class SocketsTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ClickUpClientOptions _options;
    private readonly SocketsHandlerSource _sockets;
    private readonly ClickUpClient _client;

    public SocketsTests()
    {
        _listener.Start();
        _options = new ClickUpClientOptions
        {
            Dialect = ToolCatalog.Upstream,
            BaseUrl = ClickUpClientOptions.ParseBaseUrl(
                $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}"
            ),
            MaxRetries = 0,
            WithoutCall = TestClient.Anything,
        };
        _sockets = new SocketsHandlerSource(_options);
        _client = new ClickUpClient(
            new ClickUpCredentials(TestClient.Canary),
            _options,
            TimeProvider.System,
            TestClient.Gate(TimeProvider.System),
            default,
            _sockets.Get
        );
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task S_04_redirects_are_not_followed()
    {
        Task<string> served = ServeAsync(
            "HTTP/1.1 302 Found\r\nLocation: https://evil.example/\r\nContent-Length: 0\r\n\r\n"u8.ToArray()
        );
        ClickUpApiException error = await Should.ThrowAsync<ClickUpApiException>(async () =>
            await _client.SendAsync(TestClient.Get, Token)
        );
        error.Status.ShouldBe(302);
        string request = await served;
        request.ShouldStartWith("GET /api/v2/task/86abc1234 HTTP/1.1\r\n");
        request.ShouldContain($"Authorization: {TestClient.Canary}\r\n");
        request.ShouldContain("br");
        request.ShouldContain("gzip");
        request.ShouldNotContain("Cookie");
        request.ShouldNotContain("traceparent");
    }

    [Fact]
    public async Task Compressed_responses_are_read_and_cookies_forgotten()
    {
        using MemoryStream body = new();
        await using (GZipStream gzip = new(body, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync("{\"id\":\"1\"}"u8.ToArray(), Token);
        }

        Task<string> served = ServeAsync(Response("Content-Encoding: gzip\r\nSet-Cookie: a=b\r\n", body.ToArray()));
        ClickUpResponse response = await _client.SendAsync(TestClient.Get, Token);
        await served;
        Encoding.UTF8.GetString(response.Body.Span).ShouldBe("{\"id\":\"1\"}");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_broken_compression_is_an_error_like_any_other(string encoding)
    {
        Task<string> served = ServeAsync(
            Response($"Content-Encoding: {encoding}\r\n", "not compressed at all"u8.ToArray())
        );
        ClickUpApiException error = await Should.ThrowAsync<ClickUpApiException>(async () =>
            await _client.SendAsync(TestClient.Get, Token)
        );
        error.What.ShouldContain("broke");
        await served;
    }

    [Fact]
    public async Task A_cut_connection_is_explained()
    {
        Task<string> served = ServeAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":"u8.ToArray());
        ClickUpApiException error = await Should.ThrowAsync<ClickUpApiException>(async () =>
            await _client.SendAsync(TestClient.Post, Token)
        );
        await served;
        error.What.ShouldContain("broke");
        error.Next!.ShouldContain("before you repeat");
    }

    [Fact]
    public async Task Nobody_listening_is_explained()
    {
        _listener.Stop();
        ClickUpApiException error = await Should.ThrowAsync<ClickUpApiException>(async () =>
            await _client.SendAsync(TestClient.Post, Token)
        );
        error.What.ShouldContain("No connection to 127.0.0.1");
    }

    [Fact]
    public async Task Cancelling_a_call_closes_its_connection()
    {
        using CancellationTokenSource caller = new();
        Task call = _client.SendAsync(TestClient.Get, caller.Token).AsTask();
        using TcpClient connection = await _listener.AcceptTcpClientAsync(Token);
        byte[] buffer = new byte[4096];
        (await connection.GetStream().ReadAsync(buffer, Token)).ShouldBeGreaterThan(0);
        await caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(call);
        (await connection.GetStream().ReadAsync(buffer, Token)).ShouldBe(0);
    }

    [Fact]
    public void The_connections_are_shared() => _sockets.Get().ShouldBeSameAs(_sockets.Get());

    public void Dispose()
    {
        _client.Dispose();
        _sockets.Dispose();
        _listener.Dispose();
    }

    private static byte[] Response(string headers, byte[] body) =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\n{headers}Content-Length: {body.Length}\r\n\r\n"), .. body];

    private async Task<string> ServeAsync(byte[] response)
    {
        using TcpClient connection = await _listener.AcceptTcpClientAsync(Token);
        NetworkStream stream = connection.GetStream();
        using StreamReader reader = new(stream, Encoding.ASCII, leaveOpen: true);
        StringBuilder request = new();
        int bodyLength = 0;
        while (await reader.ReadLineAsync(Token) is { Length: > 0 } line)
        {
            request.Append(line).Append("\r\n");
            if (line.StartsWith("Content-Length: ", StringComparison.Ordinal))
            {
                bodyLength = int.Parse(line["Content-Length: ".Length..]);
            }
        }

        // Unread bytes would turn the close into a reset.
        if (bodyLength > 0)
        {
            await reader.ReadBlockAsync(new char[bodyLength], Token);
        }

        await stream.WriteAsync(response, Token);
        return request.ToString();
    }
}
