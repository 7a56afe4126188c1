using System.Net;
using System.Text.Json;
using ClickUpMcp.Server.Tests.Transport;
using ClickUpMcp.Tests.Http;

namespace ClickUpMcp.Tests.Protocol;

/// <summary>Requests of the server to its client, while it works on one of the client's.</summary>
public sealed class AskTests
{
    private const string Call =
        """{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"ask","arguments":{"message":"Sure?"}}}""";

    private const string Question =
        """{"jsonrpc":"2.0","id":1,"method":"elicitation/create","params":{"message":"Sure?"}}""";

    private const string Response = """{"jsonrpc":"2.0","id":1,"result":{"action":"accept"}}""";

    [Theory]
    [InlineData(Response, "False {\"action\":\"accept\"}")]
    [InlineData(
        """{"jsonrpc":"2.0","id":1,"error":{"code":-1,"message":"no"}}""",
        "True {\"code\":-1,\"message\":\"no\"}"
    )]
    public async Task Over_stdio_the_tool_gets_what_the_client_responds(string response, string text)
    {
        await using var session = new StdioSession();
        session.Send(Call);
        (await session.ReceiveAsync()).ShouldBe(Question);
        // Neither a response that nobody waits for nor a request of the same id is taken for it.
        session.Send("""{"jsonrpc":"2.0","id":2,"result":{}}""");
        session.Send("""{"jsonrpc":"2.0","id":"1","result":{}}""");
        await session.ShouldBeAliveAsync();
        TextOf(await session.AskAsync(response)).ShouldBe(text);

        session.Send(response);
        await session.ShouldBeAliveAsync();
    }

    [Fact]
    public async Task A_call_that_is_cancelled_takes_its_question_back()
    {
        await using var session = new StdioSession();
        session.Send(Call);
        await session.ReceiveAsync();
        session.Send("""{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":7}}""");
        (await session.ReceiveAsync()).ShouldBe(
            """{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}"""
        );
        session.Send(Response);
        await session.ShouldBeAliveAsync();
    }

    [Fact]
    public async Task A_modern_client_is_never_asked()
    {
        await using var session = new StdioSession();
        JsonElement reply = await session.AskAsync(HttpServer.ModernJson("tools/call", "\"name\":\"ask\""));
        reply.GetProperty("error").GetProperty("code").GetInt32().ShouldBe(-32603);
    }

    [Fact]
    public async Task Over_HTTP_the_question_comes_by_the_stream_of_the_call()
    {
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway());
        (string, string)[] session = [("Mcp-Session-Id", await server.OpenSessionAsync())];
        (string, string)[] other = [("Mcp-Session-Id", await server.OpenSessionAsync())];
        using HttpResponseMessage call = await server.SendAsync(
            HttpMethod.Post,
            Call,
            session,
            HttpCompletionOption.ResponseHeadersRead
        );
        call.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        using var stream = new StreamReader(
            await call.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)
        );
        (await ReadAsync(stream)).ShouldBe("data: " + Question);

        // Another session's response is not this one's.
        using HttpResponseMessage foreign = await server.PostAsync(
            """{"jsonrpc":"2.0","id":1,"result":{"action":"foreign"}}""",
            other
        );
        using HttpResponseMessage response = await server.PostAsync(Response, session);
        foreign.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);

        (await ReadAsync(stream)).ShouldBeEmpty();
        string reply = (await ReadAsync(stream))!;
        TextOf(JsonElement.Parse(reply["data: ".Length..])).ShouldBe("False {\"action\":\"accept\"}");
    }

    private static Task<string?> ReadAsync(StreamReader stream) =>
        stream.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(HttpServer.Patience);

    private static string? TextOf(JsonElement reply) =>
        reply.GetProperty("result").GetProperty("content")[0].GetProperty("text").GetString();
}
