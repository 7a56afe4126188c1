using System.Net;
using ClickUpMcp.Server.Tests.Transport;

namespace ClickUpMcp.Tests.Http;

/// <summary>The graceful end.</summary>
public sealed class DrainTests
{
    [Fact]
    public async Task A_call_under_way_is_finished_and_streams_end_cleanly()
    {
        var gateway = new FakeGateway();
        await using HttpServer server = await HttpServer.StartAsync(gateway, options => options.Http.DrainSeconds = 60);
        string session = await server.OpenSessionAsync();
        using HttpResponseMessage stream = await server.SendAsync(
            HttpMethod.Get,
            null,
            [("Mcp-Session-Id", session)],
            HttpCompletionOption.ResponseHeadersRead
        );
        Task<HttpResponseMessage> call = server.CallAsync("wait");
        await gateway.Started.Task.WaitAsync(HttpServer.Patience, TestContext.Current.CancellationToken);

        Task stop = server.Host.StopAsync();
        string rest = await stream
            .Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
            .WaitAsync(HttpServer.Patience, TestContext.Current.CancellationToken);
        rest.ShouldBeEmpty();
        stop.IsCompleted.ShouldBeFalse();
        gateway.Go.SetResult();

        (await HttpServer.TextAsync(await call)).ShouldBe("waited");
        await stop.WaitAsync(HttpServer.Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_call_that_takes_too_long_is_cancelled_and_answered()
    {
        var gateway = new FakeGateway();
        await using HttpServer server = await HttpServer.StartAsync(gateway, options => options.Http.DrainSeconds = 1);
        Task<HttpResponseMessage> call = server.CallAsync("hang");
        await gateway.Started.Task.WaitAsync(HttpServer.Patience, TestContext.Current.CancellationToken);

        await server.Host.StopAsync().WaitAsync(HttpServer.Patience, TestContext.Current.CancellationToken);

        using HttpResponseMessage reply = await call;
        reply.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await HttpServer.CodeAsync(reply)).ShouldBe(-32603);
        gateway.Cancelled.Task.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task The_health_routes_answer_under_any_name()
    {
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway());
        foreach (string path in (string[])["/healthz", "/readyz"])
        {
            using HttpResponseMessage reply = await server.SendAsync(
                HttpMethod.Get,
                null,
                [(":path", path), ("Host", "10.0.0.7:3000")]
            );
            reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }
}
