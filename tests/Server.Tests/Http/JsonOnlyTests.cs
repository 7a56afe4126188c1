using System.Net;
using System.Text.Json;
using ClickUpMcp.Server.Tests.Transport;

namespace ClickUpMcp.Tests.Http;

/// <summary>Clients that take no stream, and several messages in one body.</summary>
public sealed class JsonOnlyTests
{
    private const string OldHandshake =
        """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-03-26","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""";

    private const string Progress = "\"name\":\"progress\",\"_meta\":{\"progressToken\":\"p\"}";

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/*")]
    [InlineData("application/json, text/event-stream;q=0")]
    public async Task Whoever_accepts_JSON_alone_gets_the_reply_without_the_progress(string accept)
    {
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway());
        using HttpResponseMessage opened = await SendAsync(server, OldHandshake, accept);
        opened.StatusCode.ShouldBe(HttpStatusCode.OK);
        string session = opened.Headers.GetValues("Mcp-Session-Id").Single();

        using HttpResponseMessage response = await SendAsync(
            server,
            $$$$"""{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{{{{{Progress}}}}}}""",
            accept,
            session
        );

        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        (await HttpServer.JsonAsync(response)).GetProperty("id").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task A_batch_in_the_revision_that_has_them_is_answered_by_an_array()
    {
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway());
        string session = await OpenAsync(server, OldHandshake);
        const string Batch =
            """[{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"echo"}},{"jsonrpc":"2.0","id":3,"method":"ping"}]""";

        using HttpResponseMessage response = await SendAsync(server, Batch, "application/json", session);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await HttpServer.JsonAsync(response))
            .EnumerateArray()
            .Select(static reply => reply.GetProperty("id").GetInt32())
            .ShouldBe([2, 3]);

        using HttpResponseMessage silent = await SendAsync(
            server,
            """[{"jsonrpc":"2.0","method":"notifications/initialized"}]""",
            "application/json",
            session
        );
        silent.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task A_batch_with_progress_is_a_stream_that_ends_in_the_array()
    {
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway());
        string session = await OpenAsync(server, OldHandshake);

        using HttpResponseMessage response = await SendAsync(
            server,
            $$$$"""[{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{{{{{Progress}}}}}}]""",
            "application/json, text/event-stream",
            session
        );

        string[] events = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split(
            "\n\n",
            StringSplitOptions.RemoveEmptyEntries
        );
        events.Length.ShouldBe(3);
        JsonElement.Parse(events[^1]["data: ".Length..])[0].GetProperty("id").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task Every_other_revision_refuses_a_batch()
    {
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway());
        string session = await OpenAsync(server, HttpServer.Handshake);
        foreach (string? opened in (string?[])[session, null])
        {
            using HttpResponseMessage response = await SendAsync(
                server,
                """[{"jsonrpc":"2.0","id":3,"method":"ping"}]""",
                "application/json",
                opened
            );
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(
                "2025-03-26"
            );
        }
    }

    private static async Task<string> OpenAsync(HttpServer server, string handshake)
    {
        using HttpResponseMessage opened = await SendAsync(server, handshake, "application/json");
        return opened.Headers.GetValues("Mcp-Session-Id").Single();
    }

    private static async Task<HttpResponseMessage> SendAsync(
        HttpServer server,
        string json,
        string accept,
        string? session = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp")
        {
            Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (session is not null)
        {
            request.Headers.TryAddWithoutValidation("Mcp-Session-Id", session);
        }

        return await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
