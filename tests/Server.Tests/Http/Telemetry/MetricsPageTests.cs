using System.Net;

namespace ClickUpMcp.Tests.Http.Telemetry;

/// <summary>Prometheus finds the metrics at an address of their own.</summary>
public sealed class MetricsPageTests
{
    [Fact]
    public async Task The_page_counts_what_happened()
    {
        await using HttpServer server = await HttpServer.StartAsync(static options =>
            options.MetricsListen = new IPEndPoint(IPAddress.Loopback, 0)
        );
        using HttpResponseMessage call = await server.CallAsync("get_current_user");
        call.StatusCode.ShouldBe(HttpStatusCode.OK);

        using HttpClient scraper = new();
        using HttpResponseMessage reply = await scraper.GetAsync(
            server.Host.MetricsAddress,
            TestContext.Current.CancellationToken
        );
        string page = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        reply.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; version=0.0.4; charset=utf-8");
        page.ShouldContain("# TYPE mcp_server_operation_duration_seconds histogram\n");
        string[] calls =
        [
            .. page.Split('\n')
                .Where(static l =>
                    l.StartsWith("mcp_server_operation_duration_seconds_count{", StringComparison.Ordinal)
                ),
        ];
        calls.ShouldContain(static l =>
            l.Contains("gen_ai_tool_name=\"get_current_user\"", StringComparison.Ordinal)
            && l.EndsWith(" 1", StringComparison.Ordinal)
        );
        page.ShouldContain("le=\"+Inf\"");
        page.ShouldContain("# TYPE clickup_requests_total counter\n");
        foreach (string line in page.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            line.ShouldMatch(
                @"^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{([a-z_]+=""[^""]*"",?)+\})? (-?[0-9.E+-]+|\+Inf|NaN))$"
            );
        }
    }

    [Theory]
    [InlineData("/", "GET", HttpStatusCode.NotFound)]
    [InlineData("/mcp", "POST", HttpStatusCode.NotFound)]
    [InlineData("/metrics", "POST", HttpStatusCode.MethodNotAllowed)]
    public async Task Nothing_else_is_there(string path, string method, HttpStatusCode status)
    {
        await using HttpServer server = await HttpServer.StartAsync(static options =>
            options.MetricsListen = new IPEndPoint(IPAddress.Loopback, 0)
        );
        using HttpClient client = new();
        using HttpRequestMessage request = new(new HttpMethod(method), new Uri(server.Host.MetricsAddress!, path));

        using HttpResponseMessage reply = await client.SendAsync(request, TestContext.Current.CancellationToken);

        reply.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task Clients_of_MCP_do_not_see_them()
    {
        await using HttpServer server = await HttpServer.StartAsync(static options =>
            options.MetricsListen = new IPEndPoint(IPAddress.Loopback, 0)
        );

        using HttpResponseMessage reply = await server.Client.GetAsync(
            new Uri(server.Address, "/metrics"),
            TestContext.Current.CancellationToken
        );

        reply.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
