using System.Net;
using System.Text.Json;
using ClickUpMcp.Server.Tests.Transport;
using ClickUpMcp.Tests.Http;

namespace ClickUpMcp.Tests.Protocol;

/// <summary>A method exists only where the server advertises what it is about.</summary>
public sealed class UnofferedMethodTests
{
    public static TheoryData<string> Methods =>
        [
            "prompts/list",
            "prompts/get",
            "resources/list",
            "resources/templates/list",
            "resources/read",
            "resources/subscribe",
            "resources/unsubscribe",
            "subscriptions/listen",
            "completion/complete",
            "logging/setLevel",
            "no/such",
        ];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task It_is_refused_over_stdio_in_both_eras(string method)
    {
        await using var session = new StdioSession();
        await session.AskAsync(StdioSession.Handshake);
        JsonElement legacy = await session.AskAsync(Legacy(method));
        JsonElement modern = await session.AskAsync(HttpServer.ModernJson(method, Subject, "\"a\\u0041\""));

        CodeOf(legacy).ShouldBe(-32601);
        CodeOf(modern).ShouldBe(-32601);
        modern.GetProperty("id").GetRawText().ShouldBe("\"a\\u0041\"");
        await session.ShouldBeAliveAsync();
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task It_is_refused_over_HTTP_in_both_eras(string method)
    {
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway());
        string session = await server.OpenSessionAsync();
        using HttpResponseMessage legacy = await server.PostAsync(Legacy(method), ("Mcp-Session-Id", session));
        using HttpResponseMessage modern = await server.ModernAsync(method, Subject, "x");

        legacy.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await HttpServer.CodeAsync(legacy)).ShouldBe(-32601);
        modern.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await HttpServer.CodeAsync(modern)).ShouldBe(-32601);
    }

    private const string Subject = "\"name\":\"x\",\"uri\":\"x\"";

    private static string Legacy(string method) =>
        $$$"""{"jsonrpc":"2.0","id":1,"method":"{{{method}}}","params":{{{{Subject}}}}}""";

    private static int CodeOf(JsonElement reply) => reply.GetProperty("error").GetProperty("code").GetInt32();
}
