using System.Text.Json;
using ClickUpMcp.Transport;
using ClickUpMcp.Transport.Sdk;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol.Server;

namespace ClickUpMcp.Server.Tests.Transport;

public sealed class SdkTests
{
    [Theory]
    [InlineData("\"\\u0061\"")]
    [InlineData("12")]
    public async Task Other_methods_are_answered_by_the_sdk_under_the_clients_own_id(string id)
    {
        await using var session = new StdioSession();
        await session.AskAsync(StdioSession.Handshake);
        session.Send($$$"""{"jsonrpc":"2.0","id":{{{id}}},"method":"logging/setLevel","params":{"level":"info"}}""");
        (await session.ReceiveAsync()).ShouldBe($$$"""{"jsonrpc":"2.0","id":{{{id}}},"result":{}}""");
    }

    [Fact]
    public async Task The_sdk_learns_of_the_handshake_and_its_answer_is_not_seen_twice()
    {
        await using var session = new StdioSession();
        await session.AskAsync(StdioSession.Handshake);
        JsonElement answer = await session.AskAsync(
            """{"jsonrpc":"2.0","id":1,"method":"subscriptions/listen","params":{"notifications":{}}}"""
        );
        answer.GetProperty("error").GetProperty("message").GetString()!.ShouldContain("2025-11-25");
        await session.ShouldBeAliveAsync();
    }

    [Fact]
    public async Task A_second_handshake_reaches_a_running_sdk_server()
    {
        await using var session = new StdioSession();
        await session.AskAsync(StdioSession.Handshake);
        await session.AskAsync("""{"jsonrpc":"2.0","id":1,"method":"no/such"}""");
        await session.AskAsync(StdioSession.Handshake.Replace("2025-11-25", "2025-06-18", StringComparison.Ordinal));
        JsonElement answer = await session.AskAsync(
            """{"jsonrpc":"2.0","id":1,"method":"subscriptions/listen","params":{"notifications":{}}}"""
        );
        answer.GetProperty("error").GetProperty("message").GetString()!.ShouldContain("2025-06-18");
    }

    [Fact]
    public async Task A_subscription_is_acknowledged_and_a_cancelled_one_is_not_answered()
    {
        await using var session = new StdioSession();
        JsonElement message = await session.AskAsync(
            $$$"""{"jsonrpc":"2.0","id":9,"method":"subscriptions/listen","params":{"notifications":{"toolsListChanged":true},{{{StdioSession.Modern}}}}}"""
        );
        message.GetProperty("method").GetString().ShouldBe("notifications/subscriptions/acknowledged");
        message.GetProperty("params").GetProperty("notifications").GetRawText().ShouldBe("{}");

        session.Send("""{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":9}}""");
        await session.ShouldBeAliveAsync();
    }

    [Fact]
    public async Task The_sdk_lists_and_calls_the_tools_of_the_same_gateway()
    {
        var input = new InputStream();
        var output = new OutputStream();
        var services = new ToolCallServices(
            new ServerIdentity("n", "t", "v", "i"),
            new Lazy<IToolGateway>(() => new FakeGateway()),
            new MessageWriter(output),
            new InFlightRequests(),
            NullLogger.Instance
        );
        await using var server = McpServer.Create(
            new StreamServerTransport(input, output),
            SdkServerOptions.Create(services.Identity, services.Gateway)
        );
        Task run = server.RunAsync(TestContext.Current.CancellationToken);

        (await AskAsync(StdioSession.Handshake)).GetRawText().ShouldNotContain("listChanged");
        (await AskAsync("""{"jsonrpc":"2.0","id":1,"method":"tools/list"}"""))
            .GetProperty("result")
            .GetProperty("tools")[0]
            .GetProperty("name")
            .GetString()
            .ShouldBe("echo");
        (
            await AskAsync(
                """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"echo","arguments":{"a":1}}}"""
            )
        )
            .GetProperty("result")
            .GetProperty("content")[0]
            .GetProperty("text")
            .GetString()
            .ShouldBe("{\"a\":1}");
        (await AskAsync("""{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"eco"}}"""))
            .GetProperty("error")
            .GetProperty("code")
            .GetInt32()
            .ShouldBe(-32602);
        input.End();
        await StdioSession.Patiently(run);

        async Task<JsonElement> AskAsync(string line)
        {
            input.Send([.. System.Text.Encoding.UTF8.GetBytes(line), (byte)'\n']);
            using var document = JsonDocument.Parse(
                await output.Lines.ReadAsync(TestContext.Current.CancellationToken)
            );
            return document.RootElement.Clone();
        }
    }
}
