using System.Text;
using ClickUpMcp.Tests.Http;

namespace ClickUpMcp.Server.Tests.Transport;

/// <summary>A byte order mark before a message is no part of it, on any line and in any body.</summary>
public sealed class ByteOrderMarkTests
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    [Fact]
    public async Task It_is_dropped_from_the_first_line_and_from_every_other()
    {
        await using var session = new StdioSession();
        session.Send(Marked(StdioSession.Handshake));
        (await session.ReceiveJsonAsync()).GetProperty("id").GetString().ShouldBe("handshake");
        foreach (string id in (string[])["1", "\"b\"", "3"])
        {
            session.Send(
                Marked($$$"""{"jsonrpc":"2.0","id":{{{id}}},"method":"tools/call","params":{"name":"echo"}}""")
            );
            (await session.ReceiveAsync()).ShouldStartWith($$"""{"jsonrpc":"2.0","id":{{id}},"result":""");
        }
    }

    [Fact]
    public async Task A_line_that_holds_nothing_else_is_blank()
    {
        await using var session = new StdioSession();
        session.Send(Mark);
        session.Send([.. Mark, .. " \t\r"u8]);
        await session.ShouldBeAliveAsync();
    }

    [Fact]
    public async Task Inside_a_message_it_is_no_JSON()
    {
        await using var session = new StdioSession();
        session.Send([(byte)'{', .. Mark, .. "\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}"u8]);
        (await session.ReceiveAsync()).ShouldContain("\"code\":-32700");
    }

    [Fact]
    public async Task It_is_dropped_from_a_body()
    {
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway());
        using var content = new ByteArrayContent(Marked(HttpServer.Handshake));
        content.Headers.ContentType = new("application/json");
        using HttpResponseMessage response = await server.Client.PostAsync(
            "/mcp",
            content,
            TestContext.Current.CancellationToken
        );
        (await HttpServer.JsonAsync(response))
            .GetProperty("result")
            .GetProperty("protocolVersion")
            .GetString()
            .ShouldBe("2025-11-25");
    }

    private static byte[] Marked(string line) => [.. Mark, .. Encoding.UTF8.GetBytes(line)];
}
