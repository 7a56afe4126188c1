using System.Net;

namespace ClickUpMcp.Tests.Http.Telemetry;

/// <summary>Nothing that a client, a tenant or ClickUp wrote ever reaches the collector.</summary>
[Collection(AloneCollection.Name)]
public sealed class TelemetryCanaryTests
{
    private const string Canary = "CANARY";
    private const string Key = "pk_1_CANARYKEY";
    private const string Bearer = "CANARY-bearer-0123456789";
    private const string Workspace = "90071992547409";
    private const string TaskId = "86abc7canary";

    [Fact]
    [Trait("Requirement", "L-01")]
    public async Task L_01_nothing_of_a_tenant_is_exported()
    {
        using var tokens = new TokenFile(("canary.person", Bearer));
        await using Collector collector = await Collector.StartAsync();
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync(new() { [Key] = "canary.owner" });
        string session;
        List<HttpStatusCode> statuses = [];
        await using (
            HttpServer server = await collector.ServeAsync(options =>
            {
                options.ApiBaseUrl = upstream.Address;
                options.Http.TokensFile = tokens.Path;
            })
        )
        {
            (string, string)[] headers =
            [
                TokenFile.Bearer(Bearer),
                ("X-ClickUp-Key", Key),
                ("User-Agent", "CANARY/1"),
                ("X-Canary", Canary),
                ("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
                ("tracestate", "canary=CANARY"),
                ("baggage", "canary=CANARY"),
            ];
            session = await server.OpenSessionAsync(headers);
            (string, string)[] inSession = [.. headers, ("Mcp-Session-Id", session)];
            string arguments = $$"""{"task":"{{TaskId}}"}""";
            await KeepAsync(server.CallAsync("get_task", arguments, headers));
            await KeepAsync(server.CallAsync("get_task", arguments, [.. headers, (":path", $"/mcp/{Workspace}")]));
            await KeepAsync(server.CallAsync("get_task", arguments, [.. headers, (":path", "/mcp?canary=CANARY")]));
            await KeepAsync(server.CallAsync("get_task", """{"tsk":"CANARY"}""", headers));
            await KeepAsync(server.CallAsync("CANARY_tool", """{"x":"CANARY"}""", headers));
            await KeepAsync(server.ModernAsync("CANARY/method", "\"x\":\"CANARY\"", null, headers));
            await KeepAsync(
                server.PostAsync(
                    """{"jsonrpc":"2.0","id":"CANARY","method":"tools/call","params":{"name":"search_tasks","arguments":{"query":"CANARY"},"_meta":{"progressToken":"CANARY","traceparent":"CANARY","tracestate":"CANARY","baggage":"CANARY"}}}""",
                    inSession
                )
            );
            await KeepAsync(server.PostAsync("""{"jsonrpc":"2.0","method":"notifications/CANARY"}""", inSession));
            await KeepAsync(server.CallAsync("get_task", arguments, [.. headers, (":path", "/mcp/CANARY")]));
            await KeepAsync(server.CallAsync("get_task", arguments, [.. headers, ("Host", "canary.example.com")]));
            await KeepAsync(server.CallAsync("get_task", arguments, ("Authorization", "Bearer CANARY")));
            await KeepAsync(server.SendAsync(new HttpMethod(Canary), null, headers));
            await KeepAsync(server.SendAsync(HttpMethod.Get, null, [.. headers, (":path", "/CANARY")]));
            upstream.Fault = (500, "CANARY at /home/canary/secret.cs:line 7");
            await KeepAsync(server.CallAsync("get_task", arguments, headers));
        }

        async Task KeepAsync(Task<HttpResponseMessage> sent)
        {
            using HttpResponseMessage reply = await sent;
            statuses.Add(reply.StatusCode);
        }

        statuses.Distinct().Count().ShouldBeGreaterThan(4);
        collector.Spans.ShouldContain(span => span.Name == "tools/call get_task");
        collector.Metrics.ShouldContain(metric => metric.Name == "http.server.request.duration");
        string everything = collector.Everything;
        foreach (string secret in (string[])[Canary, session, Workspace])
        {
            everything.ShouldNotLeak(secret);
        }
        foreach (ExportedSpan span in collector.Spans)
        {
            span.Attributes.Keys.ShouldBeSubsetOf([
                "mcp.method.name",
                "mcp.protocol.version",
                "gen_ai.tool.name",
                "gen_ai.operation.name",
                "rpc.response.status_code",
                "error.type",
                "network.transport",
                "network.protocol.name",
                "network.protocol.version",
                "http.request.method",
                "http.request.resend_count",
                "http.response.status_code",
                "server.address",
                "server.port",
                "url.template",
            ]);
        }
    }
}
