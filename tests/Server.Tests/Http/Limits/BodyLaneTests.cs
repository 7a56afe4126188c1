using System.IO.Pipelines;
using System.Net.Sockets;
using System.Text;
using ClickUpMcp.Server.Tests.Transport;
using ClickUpMcp.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Tests.Http.Limits;

/// <summary>Of the large bodies of one principal two are read at once, taken or refused; small ones and those of others at once.</summary>
public sealed class BodyLaneTests
{
    private const int Large = 256 * 1024;

    private static readonly EdgeOptions Edge = new() { Hosts = new HashSet<string>(), Authentication = "" };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "R-01")]
    public async Task R_01_two_large_bodies_of_one_principal_are_read_at_once_and_the_next_waits_unread()
    {
        var bodies = new BodyReader(Edge, TimeProvider.System);
        var (slow, slower) = (new Pipe(), new Pipe());
        await slower.Writer.WriteAsync(new byte[RequestBody.Uncounted + 1], Cancelled);
        Task<RequestBody> first = ReadAsync(bodies, 1, slow.Reader.AsStream());
        Task<RequestBody> second = ReadAsync(bodies, 1, slower.Reader.AsStream(), isAnnounced: false);
        var waiting = new MemoryStream(new byte[Large]);

        Task<RequestBody> third = ReadAsync(bodies, 1, waiting);

        using RequestBody small = await ReadAsync(bodies, 1, new MemoryStream(new byte[RequestBody.Uncounted]));
        using RequestBody others = await ReadAsync(bodies, 2, new MemoryStream(new byte[Large]));
        (third.IsCompleted, waiting.Position).ShouldBe((false, 0));

        await slow.Writer.CompleteAsync();
        (await first).Dispose();
        using RequestBody read = await third.WaitAsync(HttpServer.Patience, Cancelled);
        read.Length.ShouldBe(Large);
        await slower.Writer.CompleteAsync();
        (await second).Dispose();
    }

    [Fact]
    [Trait("Requirement", "R-01")]
    public async Task R_01_a_refused_body_is_let_through_in_turn_too()
    {
        var bodies = new BodyReader(Edge, TimeProvider.System);
        var (slow, slower) = (new Pipe(), new Pipe());
        Task first = PassAsync(bodies, 1, slow.Reader.AsStream());
        Task second = PassAsync(bodies, 1, slower.Reader.AsStream(), isAnnounced: false);
        var waiting = new MemoryStream(new byte[Large]);

        Task third = PassAsync(bodies, 1, waiting);

        await PassAsync(bodies, 2, new MemoryStream(new byte[Large])).WaitAsync(HttpServer.Patience, Cancelled);
        await PassAsync(bodies, 1, new MemoryStream(new byte[1])).WaitAsync(HttpServer.Patience, Cancelled);
        using RequestBody taken = await ReadAsync(bodies, 1, new MemoryStream(new byte[Large]));
        (third.IsCompleted, waiting.Position).ShouldBe((false, 0));

        await slow.Writer.CompleteAsync();
        await third.WaitAsync(HttpServer.Patience, Cancelled);
        waiting.Position.ShouldBe(Large);
        await slower.Writer.CompleteAsync();
        await Task.WhenAll(first, second).WaitAsync(HttpServer.Patience, Cancelled);
    }

    [Fact]
    [Trait("Requirement", "R-01")]
    public async Task R_01_what_is_refused_has_five_seconds_and_is_then_cut_off()
    {
        var time = new ManualTimeProvider();
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway(), time: time);
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", server.Address.Port, Cancelled);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: {Large}\r\n\r\n"
            ),
            Cancelled
        );
        byte[] buffer = new byte[4096];
        int count = await stream.ReadAsync(buffer, Cancelled);
        Encoding.ASCII.GetString(buffer, 0, count).ShouldStartWith("HTTP/1.1 415 ");
        await Wait.UntilAsync(() => time.RingsIn(TimeSpan.FromSeconds(5)), "the time for a refused body");

        time.Advance(TimeSpan.FromSeconds(5));

        await Wait.UntilAsync(async () => await HasEndedAsync(stream, buffer), "the end of the connection");
    }

    [Fact]
    [Trait("Requirement", "R-01")]
    public async Task R_01_a_place_is_given_back_once_and_by_whoever_gives_up_waiting()
    {
        var lanes = new BodyLanes(atOnce: 1);
        IDisposable first = await lanes.EnterAsync(1, Cancelled);
        using var gone = new CancellationTokenSource();
        Task<IDisposable> left = lanes.EnterAsync(1, gone.Token).AsTask();
        Task<IDisposable> second = lanes.EnterAsync(1, Cancelled).AsTask();
        Task<IDisposable> third = lanes.EnterAsync(1, Cancelled).AsTask();

        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(left);
        first.Dispose();
        first.Dispose();
        IDisposable place = await second.WaitAsync(HttpServer.Patience, Cancelled);
        third.IsCompleted.ShouldBeFalse("a place that is given back twice is one");

        place.Dispose();
        (await third.WaitAsync(HttpServer.Patience, Cancelled)).Dispose();
        lanes.Count.ShouldBe(0, "nothing is kept of a principal that has no large body");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Requirement", "R-01")]
    [Trait("Requirement", "R-02")]
    public async Task R_01_R_02_bodies_that_wait_hold_no_array(bool isRefused)
    {
        const int Waiting = 500;
        var bodies = new BodyReader(Edge, TimeProvider.System);
        Pipe[] slow = [new(), new()];
        Task[] first = [.. slow.Select(pipe => Use(RequestOf(pipe.Reader.AsStream(), isAnnounced: true)))];
        var content = new byte[RequestBody.Uncounted + 1];
        HttpRequest[] requests =
        [
            .. Enumerable.Range(0, Waiting).Select(_ => RequestOf(new MemoryStream(content), isAnnounced: true)),
        ];
        // The first pays for what the program makes once; measured is what each that waits takes.
        List<Task> waiting = [Use(requests[0])];

        long before = GC.GetAllocatedBytesForCurrentThread();
        waiting.AddRange(requests[1..].Select(Use));
        long each = (GC.GetAllocatedBytesForCurrentThread() - before) / (Waiting - 1);

        waiting.ShouldAllBe(task => !task.IsCompleted);
        each.ShouldBeLessThan(2048);
        await Task.WhenAll(slow.Select(static pipe => pipe.Writer.CompleteAsync().AsTask()));
        await Task.WhenAll([.. first, .. waiting]).WaitAsync(HttpServer.Patience, Cancelled);

        async Task Use(HttpRequest request)
        {
            if (isRefused)
            {
                await bodies.PassAsync(request, 1, CancellationToken.None);
            }
            else
            {
                (await bodies.ReadAsync(request, 1, CancellationToken.None)).Dispose();
            }
        }
    }

    private static async Task<bool> HasEndedAsync(NetworkStream stream, byte[] buffer)
    {
        try
        {
            return await stream.ReadAsync(buffer, Cancelled) == 0;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static Task<RequestBody> ReadAsync(
        BodyReader bodies,
        UInt128 principal,
        Stream content,
        bool isAnnounced = true
    ) => bodies.ReadAsync(RequestOf(content, isAnnounced), principal, CancellationToken.None);

    private static Task PassAsync(BodyReader bodies, UInt128 principal, Stream content, bool isAnnounced = true) =>
        bodies.PassAsync(RequestOf(content, isAnnounced), principal, CancellationToken.None);

    private static HttpRequest RequestOf(Stream content, bool isAnnounced)
    {
        var context = new DefaultHttpContext();
        context.Request.Protocol = HttpProtocol.Http11;
        context.Request.Body = content;
        if (isAnnounced)
        {
            context.Request.ContentLength = content is MemoryStream whole ? whole.Length : Large;
        }
        else
        {
            context.Request.Headers.TransferEncoding = "chunked";
        }

        return context.Request;
    }
}
