using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using ClickUpMcp.Hosting.Http;
using ClickUpMcp.Server.Tests.Transport;

namespace ClickUpMcp.Tests.Http;

/// <summary>A socket that systemd keeps goes from one process to the next, and no request is lost between them.</summary>
public sealed class HandedSocketTests : IDisposable
{
    private delegate int Duplicate(int descriptor);

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public HandedSocketTests()
    {
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _socket.Listen();
    }

    public void Dispose() => _socket.Dispose();

    [Fact]
    public async Task Requests_that_come_while_one_server_follows_another_are_all_served()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Descriptors are passed by systemd alone.");
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using HttpClient client = new()
        {
            BaseAddress = new Uri($"http://{_socket.LocalEndPoint}"),
            Timeout = HttpServer.Patience,
        };
        HttpServer old = await StartAsync();
        using CancellationTokenSource enough = new();
        Task<int>[] clients = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(() => AskAsync(client, enough.Token)))];
        for (int restart = 0; restart < 3; restart++)
        {
            HttpServer next = await StartAsync();
            await old.Host.StopAsync().WaitAsync(HttpServer.Patience, cancellation);
            await old.DisposeAsync();
            old = next;
        }

        await enough.CancelAsync();
        int[] served = await Task.WhenAll(clients).WaitAsync(HttpServer.Patience, cancellation);
        await old.DisposeAsync();
        served.ShouldAllBe(static count => count > 0);
    }

    [Fact]
    public async Task A_connection_that_was_accepted_and_has_not_asked_yet_is_waited_for()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Descriptors are passed by systemd alone.");
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using HttpServer server = await StartAsync();
        using TcpClient early = new();
        await early.ConnectAsync((IPEndPoint)_socket.LocalEndPoint!, cancellation);
        // A reply on a later connection says that the earlier one was accepted.
        using HttpClient client = new();
        (await client.GetAsync(new Uri($"http://{_socket.LocalEndPoint}/healthz"), cancellation)).Dispose();

        Task stop = server.Host.StopAsync();
        string request = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";
        await early.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), cancellation);
        using StreamReader reader = new(early.GetStream());
        string reply = await reader.ReadToEndAsync(cancellation).WaitAsync(HttpServer.Patience, cancellation);

        reply.ShouldStartWith("HTTP/1.1 200 ");
        reply.ShouldContain("Connection: close");
        await stop.WaitAsync(HttpServer.Patience, cancellation);
    }

    private Task<HttpServer> StartAsync()
    {
        nint libc = NativeLibrary.Load("libc.so.6");
        Duplicate duplicate = Marshal.GetDelegateForFunctionPointer<Duplicate>(NativeLibrary.GetExport(libc, "dup"));
        int descriptor = duplicate((int)_socket.Handle);
        return HttpServer.StartAsync(
            new FakeGateway(),
            options =>
            {
                options.Http.Activated = new ActivatedSocket((ulong)descriptor, (IPEndPoint)_socket.LocalEndPoint!);
                options.Http.DrainSeconds = 60;
            }
        );
    }

    // Each on a connection of its own, as clients that were told nothing of a restart.
    private static async Task<int> AskAsync(HttpClient client, CancellationToken enough)
    {
        int served = 0;
        while (!enough.IsCancellationRequested)
        {
            using HttpRequestMessage request = new(HttpMethod.Post, "/mcp")
            {
                Content = new StringContent(HttpServer.Handshake, Encoding.UTF8, "application/json"),
                Headers = { ConnectionClose = true },
            };
            request.Headers.Accept.ParseAdd("application/json");
            request.Headers.Accept.ParseAdd("text/event-stream");
            using HttpResponseMessage reply = await client.SendAsync(request, CancellationToken.None);
            reply.StatusCode.ShouldBe(HttpStatusCode.OK);
            served++;
        }

        return served;
    }
}
