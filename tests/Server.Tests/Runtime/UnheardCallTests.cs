using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.RateLimiting;
using ClickUpMcp.Resolution;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Sandbox.Faults;
using ClickUpMcp.Server.Tests.Transport;
using ClickUpMcp.Tests.Http;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Runtime;

/// <summary>A call whose client hears no progress ends before the client gives it up, which most do after a minute.</summary>
public sealed class UnheardCallTests
{
    private static readonly TimeSpan ClientPatience = TimeSpan.FromSeconds(55);

    [Theory]
    [InlineData(true, -30)]
    [InlineData(false, -30)]
    [InlineData(false, 5)]
    [InlineData(false, 54)]
    public void Without_progress_the_call_says_in_time_when_to_come_back(bool isHeard, int resetSeconds)
    {
        ManualTimeProvider time = new(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
        SandboxServer sandbox = new(new SandboxOptions { RequestsPerMinute = 0 }, time);
        sandbox.Inject(new SandboxFault { Kind = SandboxFaultKind.RateLimit, ResetSeconds = resetSeconds });
        ToolDispatcher dispatcher = Dispatcher(sandbox, time);
        ToolCallOutcome outcome = default;
        VirtualLoop.Run(
            time,
            async () =>
                outcome = await dispatcher.CallAsync(
                    "get_current_user",
                    default,
                    isHeard ? new Heard() : NoProgress.Instance,
                    TestContext.Current.CancellationToken
                )
        );

        outcome.Result!.IsError.ShouldBeTrue();
        outcome.Result.Text.ShouldMatch(@"Retry in \d+ s|[Ww]ait \d+|in \d+ s");
        (TimeSpan.FromTicks(time.GetTimestamp()) > ClientPatience).ShouldBe(isHeard);
    }

    [Fact]
    public async Task Over_stdio_a_token_makes_progress_heard()
    {
        await using var session = new StdioSession();
        (await HeardAsync(",\"_meta\":{\"progressToken\":1}")).ShouldBeTrue();
        (await HeardAsync("")).ShouldBeFalse();

        async Task<bool> HeardAsync(string meta)
        {
            session.Send(
                $$$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"progress"{{{meta}}}}}"""
            );
            while (!(await session.ReceiveAsync()).Contains("\"result\"", StringComparison.Ordinal)) { }
            return session.Gateway.LastProgress!.IsHeard;
        }
    }

    [Theory]
    [InlineData("application/json, text/event-stream", true)]
    [InlineData("application/json", false)]
    public async Task Over_HTTP_a_token_is_not_enough_where_no_stream_is_taken(string accept, bool isHeard)
    {
        FakeGateway tools = new();
        await using HttpServer server = await HttpServer.StartAsync(tools);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp")
        {
            Content = new StringContent(
                HttpServer
                    .ModernJson("tools/call", "\"name\":\"progress\"")
                    .Replace("\"_meta\":{", "\"_meta\":{\"progressToken\":1,", StringComparison.Ordinal),
                System.Text.Encoding.UTF8,
                "application/json"
            ),
        };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        foreach ((string name, string value) in HttpServer.ModernHeaders("tools/call", "progress"))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using HttpResponseMessage response = await server.Client.SendAsync(
            request,
            TestContext.Current.CancellationToken
        );
        response.IsSuccessStatusCode.ShouldBeTrue();
        tools.LastProgress!.IsHeard.ShouldBe(isHeard);
    }

    private static ToolDispatcher Dispatcher(SandboxServer sandbox, TimeProvider time)
    {
        UpstreamGate gate = new(new UpstreamLimitOptions(), new LimitCounters(), time);
        ClickUpClient client = new(
            new ClickUpCredentials(SandboxSeed.Token),
            new() { Dialect = ToolCatalog.Upstream },
            time,
            gate,
            default,
            () => new SandboxMessageHandler(sandbox)
        );
        ResolverOptions resolution = new();
        WorkspaceDirectory directory = new(client, resolution, time);
        return new ToolDispatcher(
            new ToolInventory(
                EmittedCatalog.Instance,
                ToolPolicy.Create(new ToolPolicyOptions(), EmittedCatalog.Instance)
            ),
            new ToolServices(
                client,
                directory,
                new NameResolver(directory, resolution),
                new Projector(OutputFormat.Text),
                TestCursors.Codec(time),
                time
            ),
            static _ => { }
        );
    }

    private sealed class Heard : IProgressReporter
    {
        public void Report(double progress, double? total, string message) { }
    }
}
