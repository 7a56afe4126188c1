using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ClickUpMcp.Hosting.Telemetry;
using ClickUpMcp.RateLimiting;
using ClickUpMcp.Server.Tests.Transport;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ClickUpMcp.Tests.Http.Telemetry;

/// <summary>What is exported, and that exporting hurts nobody.</summary>
[Collection(AloneCollection.Name)]
public sealed class TelemetryTests
{
    private const string Key = "pk_1_KEY";
    private const string TraceId = "4bf92f3577b34da6a3ce929d0e0e4736";
    private const string SpanId = "00f067aa0ba902b7";
    private const string Parent = $"00-{TraceId}-{SpanId}-01";
    private const string OtherTraceId = "0af7651916cd43dd8448eb211c80319c";

    [Fact]
    public async Task A_call_is_a_span_and_each_request_to_ClickUp_one_below_it()
    {
        await using Collector collector = await Collector.StartAsync();
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync(new() { [Key] = "anna" });
        await using (HttpServer server = await collector.ServeAsync(options => options.ApiBaseUrl = upstream.Address))
        {
            await OkAsync(
                server.CallAsync(
                    "get_task",
                    """{"task":"86abc1234"}""",
                    ("X-ClickUp-Key", Key),
                    ("traceparent", Parent)
                )
            );
        }

        ExportedSpan call = collector.Spans.Single(span => span.IsServer);
        call.Name.ShouldBe("tools/call get_task");
        (call.TraceId, call.ParentId, call.IsError).ShouldBe((TraceId, SpanId, false));
        call.LinkedTraces.ShouldBeEmpty();
        call.Attributes.ShouldBe(
            new Dictionary<string, string>
            {
                ["mcp.method.name"] = "tools/call",
                ["mcp.protocol.version"] = "2026-07-28",
                ["gen_ai.tool.name"] = "get_task",
                ["gen_ai.operation.name"] = "execute_tool",
                ["network.transport"] = "tcp",
                ["network.protocol.name"] = "http",
                ["network.protocol.version"] = "1.1",
            },
            ignoreOrder: true
        );
        ExportedSpan[] requests = [.. collector.Spans.Where(span => !span.IsServer)];
        requests.Length.ShouldBe(upstream.Seen.Count);
        requests.ShouldAllBe(span => span.TraceId == TraceId && span.ParentId == call.SpanId);
        ExportedSpan request = requests.Single(span => span.Name == "GET /api/v2/task/{id}");
        request.Attributes.ShouldBe(
            new Dictionary<string, string>
            {
                ["http.request.method"] = "GET",
                ["server.address"] = "127.0.0.1",
                ["server.port"] = $"{new Uri(upstream.Address).Port}",
                ["url.template"] = "/api/v2/task/{id}",
                ["http.response.status_code"] = "200",
            },
            ignoreOrder: true
        );
        collector.Resource["service.name"].ShouldBe("clickup-mcp");
    }

    [Fact]
    public async Task ClickUp_never_learns_of_the_trace()
    {
        await using Collector collector = await Collector.StartAsync();
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync(new() { [Key] = "anna" });
        await using (HttpServer server = await collector.ServeAsync(options => options.ApiBaseUrl = upstream.Address))
        {
            (string, string)[] headers =
            [
                ("X-ClickUp-Key", Key),
                ("traceparent", Parent),
                ("tracestate", "a=b"),
                ("baggage", "c=d"),
            ];
            await OkAsync(server.CallAsync("get_task", """{"task":"86abc1234"}""", headers));
        }

        collector.Spans.ShouldContain(span => span.TraceId == TraceId && !span.IsServer);
        string[] names = [.. upstream.Headers.Select(header => header.ToLowerInvariant()).Distinct().Order()];
        names.ShouldBe(["accept", "accept-encoding", "authorization", "host", "user-agent"]);
    }

    [Fact]
    public async Task The_trace_of_the_message_wins_and_that_of_the_request_is_linked()
    {
        await using Collector collector = await Collector.StartAsync();
        await using (HttpServer server = await collector.ServeAsync(new FakeGateway()))
        {
            string json = HttpServer
                .ModernJson("tools/list")
                .Replace("\"_meta\":{", $"\"_meta\":{{\"traceparent\":\"{Parent}\",", StringComparison.Ordinal);
            await OkAsync(
                server.PostAsync(
                    json,
                    [.. HttpServer.ModernHeaders("tools/list"), ("traceparent", $"00-{OtherTraceId}-{SpanId}-01")]
                )
            );
        }

        ExportedSpan list = collector.Spans.ShouldHaveSingleItem();
        (list.Name, list.TraceId, list.ParentId).ShouldBe(("tools/list", TraceId, SpanId));
        list.LinkedTraces.ShouldBe([OtherTraceId]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00-xyz")]
    [InlineData("00-00000000000000000000000000000000-0000000000000000-01")]
    public async Task L_03_a_trace_that_cannot_be_read_is_no_trace(string parent)
    {
        await using Collector collector = await Collector.StartAsync();
        await using (HttpServer server = await collector.ServeAsync(new FakeGateway()))
        {
            await OkAsync(server.ModernAsync("tools/list", "", null, ("traceparent", parent)));
        }

        collector.Spans.ShouldHaveSingleItem().ParentId.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_error_is_named_and_nothing_that_a_client_made_up_is()
    {
        await using Collector collector = await Collector.StartAsync();
        await using (HttpServer server = await collector.ServeAsync())
        {
            await SendAsync(server.CallAsync("get_task", """{"tsk":"x"}"""));
            await SendAsync(server.CallAsync("invented"));
            await SendAsync(server.ModernAsync("tools/list", "\"cursor\":\"x\""));
            await SendAsync(server.ModernAsync("invented/method"));
            await SendAsync(server.ModernAsync("resources/read", "\"uri\":\"invented://x\"", "invented://x"));
            await SendAsync(server.PostAsync(HttpServer.ModernJson("tools/list"), HttpServer.ModernHeaders("ping")));
            await SendAsync(server.PostAsync(Legacy("tools/list"), ("Mcp-Session-Id", "invented")));
            await SendAsync(server.PostAsync("""{"jsonrpc":"2.0","method":"notifications/invented"}"""));
            await SendAsync(server.PostAsync("""["invented"]"""));
        }

        collector
            .Spans.Select(span =>
                (
                    span.Name,
                    Error: span.Attributes.GetValueOrDefault("error.type"),
                    Code: span.Attributes.GetValueOrDefault("rpc.response.status_code")
                )
            )
            .ShouldBe([
                ("tools/call get_task", "tool_error", null),
                ("tools/call", "-32602", "-32602"),
                ("tools/list", "-32602", "-32602"),
                ("_OTHER", "-32601", "-32601"),
                ("resources/read", "-32602", "-32602"),
                ("tools/list", "-32020", "-32020"),
                ("tools/list", "-32600", "-32600"),
                ("_OTHER", "-32600", "-32600"),
            ]);
        collector.Spans.ShouldAllBe(span => span.IsError);
        collector.Everything.ShouldNotContain("invented");
    }

    [Fact]
    public async Task A_bug_and_a_client_that_gives_up_are_told_apart()
    {
        await using Collector collector = await Collector.StartAsync();
        var tools = new FakeGateway();
        await using (HttpServer server = await collector.ServeAsync(tools))
        {
            await SendAsync(server.CallAsync("crash"));
            await server.HangUpAsync(tools);
        }

        collector.Spans.Select(span => span.Attributes["error.type"]).ShouldBe(["-32603", "cancelled"]);
    }

    [Fact]
    public async Task A_failing_ClickUp_shows_as_attempts_with_their_errors()
    {
        await using Collector collector = await Collector.StartAsync();
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync(new() { [Key] = "anna" });
        upstream.Fault = (503, "no");
        await using (HttpServer server = await collector.ServeAsync(options => options.ApiBaseUrl = upstream.Address))
        {
            await SendAsync(server.CallAsync("get_current_user", headers: ("X-ClickUp-Key", Key)));
        }

        ExportedSpan[] attempts = [.. collector.Spans.Where(span => !span.IsServer)];
        attempts.Length.ShouldBeGreaterThan(1);
        attempts.ShouldAllBe(span => span.IsError && span.Attributes["error.type"] == "503");
        attempts
            .Select(span => span.Attributes.GetValueOrDefault("http.request.resend_count"))
            .ShouldBe([null, .. Enumerable.Range(1, attempts.Length - 1).Select(again => $"{again}")]);
    }

    [Fact]
    public async Task L_03_metrics_have_few_attributes_and_few_values()
    {
        await using Collector collector = await Collector.StartAsync();
        await using (HttpServer server = await collector.ServeAsync())
        {
            string session = await server.OpenSessionAsync();
            await OkAsync(server.PostAsync(Legacy("tools/list"), ("Mcp-Session-Id", session)));
            await OkAsync(server.CallAsync("get_current_user"));
            await SendAsync(server.CallAsync("invented"));
            await SendAsync(server.SendAsync(HttpMethod.Delete, null, [("Mcp-Session-Id", session)]));
        }

        Dictionary<string, string>[] operations = collector.Points("mcp.server.operation.duration");
        operations
            .Select(point =>
                $"{point["mcp.method.name"]} {point.GetValueOrDefault("gen_ai.tool.name")} "
                + $"{point["mcp.protocol.version"]} {point.GetValueOrDefault("error.type")}"
            )
            .Order(StringComparer.Ordinal)
            .ShouldBe([
                "initialize  2025-11-25 ",
                "tools/call  2026-07-28 -32602",
                "tools/call get_current_user 2026-07-28 ",
                "tools/list  2025-11-25 ",
            ]);
        collector
            .Points("mcp.server.session.duration")
            .ShouldHaveSingleItem()
            .ShouldBe(
                new Dictionary<string, string>
                {
                    ["network.transport"] = "tcp",
                    ["mcp.protocol.version"] = "2025-11-25",
                },
                ignoreOrder: true
            );
        collector
            .Points("http.client.request.duration")
            .ShouldContain(point => point["url.template"] == "/api/v2/user");
        Dictionary<string, string>[] requests = collector.Points("http.server.request.duration");
        requests.ShouldContain(point => point.GetValueOrDefault("http.route") == "/mcp");
        requests
            .SelectMany(point => point.Keys)
            .Distinct()
            .ShouldBeSubsetOf([
                "http.route",
                "http.request.method",
                "http.response.status_code",
                "url.scheme",
                "network.protocol.version",
                "error.type",
            ]);
        string[] names = [.. collector.Metrics.Select(metric => metric.Name)];
        names.ShouldContain("http.server.active_requests");
        names.ShouldContain("clickup.requests");
        names.ShouldContain("clickup.waited");
        names.ShouldContain("limits.refusals");
    }

    [Fact]
    public async Task Sessions_that_the_end_of_the_server_ends_are_counted()
    {
        await using Collector collector = await Collector.StartAsync();
        await using (HttpServer server = await collector.ServeAsync())
        {
            await server.OpenSessionAsync();
        }

        collector.Points("mcp.server.session.duration").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_sampler_decides_what_is_kept()
    {
        await using Collector collector = await Collector.StartAsync();
        await using (
            HttpServer server = await collector.ServeAsync(options =>
                options.Otlp!.Variables["OTEL_TRACES_SAMPLER"] = "always_off"
            )
        )
        {
            await OkAsync(server.CallAsync("get_current_user"));
        }

        collector.Paths.ShouldBe(["/v1/metrics"]);
        collector.Points("mcp.server.operation.duration").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_signal_that_is_not_wanted_is_not_sent()
    {
        await using Collector collector = await Collector.StartAsync();
        await using (
            HttpServer server = await collector.ServeAsync(options =>
            {
                options.Otlp!.Variables[OtlpOptions.MetricsExporter] = OtlpOptions.None;
                options.Otlp!.Variables["OTEL_SERVICE_NAME"] = "mine";
                options.Otlp!.Variables["OTEL_RESOURCE_ATTRIBUTES"] = "deployment.environment.name=test";
                options.Otlp!.Variables["OTEL_EXPORTER_OTLP_HEADERS"] = "x-collector-key=secret";
            })
        )
        {
            await OkAsync(server.CallAsync("get_current_user"));
        }

        collector.Paths.ShouldBe(["/v1/traces"]);
        collector.Resource["service.name"].ShouldBe("mine");
        collector.Resource["deployment.environment.name"].ShouldBe("test");
        collector.Everything.ShouldContain("x-collector-key: secret", Case.Insensitive);
    }

    [Fact]
    public async Task Grpc_is_spoken_where_it_is_asked_for()
    {
        await using Collector collector = await Collector.StartAsync(HttpProtocols.Http2);
        await using (
            HttpServer server = await collector.ServeAsync(options =>
                options.Otlp!.Variables[OtlpOptions.Protocol] = "grpc"
            )
        )
        {
            await OkAsync(server.CallAsync("get_current_user"));
        }

        collector.Spans.ShouldContain(span => span.Name == "tools/call get_current_user");
    }

    [Fact]
    public async Task Without_a_collector_nothing_is_made()
    {
        List<string> seen = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name == LimitMeter.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = activity => seen.Add(activity.OperationName),
        };
        ActivitySource.AddActivityListener(listener);
        await using (HttpServer server = await HttpServer.StartAsync())
        {
            await OkAsync(server.CallAsync("get_current_user"));
        }

        seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_collector_that_is_not_there_costs_a_line_in_the_log()
    {
        int port;
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        HttpServer server = await HttpServer.StartAsync(options =>
        {
            options.Otlp = new OtlpOptions();
            options.Otlp.Variables[OtlpOptions.Endpoint] = $"http://127.0.0.1:{port}";
        });
        await OkAsync(server.CallAsync("get_current_user"));
        await server.DisposeAsync();

        server.Log.ShouldContain("Traces do not reach the collector");
        server.Log.ShouldContain("Metrics do not reach the collector");
    }

    [Fact]
    public async Task A_collector_that_never_answers_holds_up_neither_requests_nor_the_end()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        HttpServer server = await HttpServer.StartAsync(options =>
        {
            options.Otlp = new OtlpOptions();
            options.Otlp.Variables[OtlpOptions.Endpoint] =
                $"http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}";
            // Far beyond the patience below: only the bound of the end itself can make it end.
            options.Otlp!.Variables["OTEL_EXPORTER_OTLP_TIMEOUT"] = "600000";
        });
        for (int i = 0; i < 10; i++)
        {
            await OkAsync(server.CallAsync("get_current_user"));
        }

        await server.DisposeAsync().AsTask().WaitAsync(HttpServer.Patience, TestContext.Current.CancellationToken);
    }

    private static string Legacy(string method) => $$"""{"jsonrpc":"2.0","id":1,"method":"{{method}}"}""";

    private static async Task OkAsync(Task<HttpResponseMessage> sent)
    {
        using HttpResponseMessage reply = await sent;
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task SendAsync(Task<HttpResponseMessage> sent) => (await sent).Dispose();
}
