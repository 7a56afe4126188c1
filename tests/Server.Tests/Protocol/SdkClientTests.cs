using System.IO.Pipelines;
using ClickUpMcp.Server.Tests.Transport;
using ClickUpMcp.Tests.Http;
using ClickUpMcp.Transport;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace ClickUpMcp.Tests.Protocol;

/// <summary>The official SDK's client finds all it looks for, in both eras and over both transports.</summary>
public sealed class SdkClientTests
{
    private const string Modern = "2026-07-28";
    private const string Legacy = "2025-11-25";

    [Theory]
    [InlineData(Modern)]
    [InlineData(Legacy)]
    public async Task Over_stdio(string version)
    {
        Pipe input = new();
        Pipe output = new();
        using var server = new StdioServer(
            input.Reader.AsStream(),
            output.Writer.AsStream(),
            StdioSession.Inventory(new FakeGateway()),
            StdioSession.Services()
        );
        Task run = Task.Factory.StartNew(server.Run, TaskCreationOptions.LongRunning);

        await UseAsync(new StreamClientTransport(input.Writer.AsStream(), output.Reader.AsStream()), version);

        await input.Writer.CompleteAsync();
        await StdioSession.Patiently(run);
    }

    [Theory]
    [InlineData(Modern)]
    [InlineData(Legacy)]
    public async Task Over_HTTP(string version)
    {
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway());
        await UseAsync(new HttpClientTransport(new HttpClientTransportOptions { Endpoint = server.Address }), version);
    }

    private static async Task UseAsync(IClientTransport transport, string version)
    {
        var options = new McpClientOptions
        {
            ProtocolVersion = version,
            Handlers = new McpClientHandlers
            {
                ElicitationHandler = (_, _) => new ValueTask<ElicitResult>(new ElicitResult { Action = "accept" }),
            },
        };
        await using McpClient client = await McpClient.CreateAsync(
            transport,
            options,
            cancellationToken: TestContext.Current.CancellationToken
        );
        client.ServerInfo.ShouldNotBeNull().Name.ShouldBe("test-server");
        client.NegotiatedProtocolVersion.ShouldBe(version);

        IList<McpClientTool> tools = await client.ListToolsAsync(
            cancellationToken: TestContext.Current.CancellationToken
        );
        tools.ShouldHaveSingleItem().Name.ShouldBe("echo");
        (await CallAsync("echo", new() { ["a"] = 1 })).ShouldBe("{\"a\":1}");
        (await CallAsync("refuse", [])).ShouldBe("No.");
        if (version == Legacy)
        {
            string asked = await CallAsync(
                "ask",
                new()
                {
                    ["message"] = "Sure?",
                    ["requestedSchema"] = new Dictionary<string, object?>
                    {
                        ["type"] = "object",
                        ["properties"] = new Dictionary<string, object?>(),
                    },
                }
            );
            asked.ShouldContain("\"accept\"");
        }

        async Task<string> CallAsync(string tool, Dictionary<string, object?> arguments)
        {
            CallToolResult result = await client.CallToolAsync(
                tool,
                arguments,
                cancellationToken: TestContext.Current.CancellationToken
            );
            return result.Content.OfType<TextContentBlock>().ShouldHaveSingleItem().Text;
        }
    }
}
