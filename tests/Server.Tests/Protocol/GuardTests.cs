using System.Net;
using System.Text.Json;
using ClickUpMcp.Protocol.Recording;
using ClickUpMcp.Server.Tests.Transport;
using ClickUpMcp.Tests.Http;

namespace ClickUpMcp.Tests.Protocol;

/// <summary>What no rule foresees ends as an error and a line of the audit, and the server goes on.</summary>
public sealed class GuardTests
{
    private const string List = """{"jsonrpc":"2.0","id":1,"method":"tools/list"}""";

    [Fact]
    public async Task Over_stdio_a_bug_is_an_error_and_a_record()
    {
        var audit = new AuditCollection();
        await using var session = new StdioSession(StdioSession.Services(audit));
        session.Gateway.IsBroken = true;
        JsonElement error = (await session.AskAsync(List)).GetProperty("error");

        error.GetProperty("code").GetInt32().ShouldBe(-32603);
        error.GetRawText().ShouldNotContain("secret");
        CallRecord record = audit.Records.ShouldHaveSingleItem();
        (record.Method, record.End, record.Error, record.Tool).ShouldBe(("tools/list", CallEnd.Failed, "Bug", null));
        await session.ShouldBeAliveAsync();
    }

    [Fact]
    public async Task Over_HTTP_a_bug_is_an_error_and_a_record()
    {
        string file = Path.GetTempFileName();
        await using (
            HttpServer server = await HttpServer.StartAsync(
                new FakeGateway { IsBroken = true },
                options => options.Audit = file
            )
        )
        {
            string session = await server.OpenSessionAsync();
            using HttpResponseMessage reply = await server.PostAsync(List, ("Mcp-Session-Id", session));
            reply.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await HttpServer.CodeAsync(reply)).ShouldBe(-32603);
            server.Log.ShouldNotContain("secret");
        }

        JsonElement line = JsonElement.Parse(File.ReadAllText(file));
        File.Delete(file);
        line.GetProperty("method").GetString().ShouldBe("tools/list");
        line.GetProperty("outcome").GetString().ShouldBe("failed");
        line.GetProperty("error").GetString().ShouldBe("Bug");
        line.TryGetProperty("request", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":"\ud800","method":"ping"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":"\ud800","method":"tools/call","params":{"name":"echo"}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":"\ud800","method":"no/such"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":"\ud800","method":"initialize","params":{}}""")]
    [InlineData("""{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":"\ud800"}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"\ud800"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"ping","params":{"_meta":{"traceparent":"\ud800","\ud800":1}}}""")]
    public async Task Half_a_surrogate_pair_is_a_parse_error_over_HTTP(string message)
    {
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway());
        string session = await server.OpenSessionAsync();
        using HttpResponseMessage reply = await server.PostAsync(message, ("Mcp-Session-Id", session));
        reply.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await HttpServer.CodeAsync(reply)).ShouldBe(-32700);
        server.Log.ShouldNotContain("failed with");
    }

    [Fact]
    public async Task A_huge_id_of_a_second_handshake_is_refused()
    {
        await using var session = new StdioSession();
        await session.AskAsync(StdioSession.Handshake);
        JsonElement reply = await session.AskAsync(
            StdioSession.Handshake.Replace("\"handshake\"", new string('9', 400), StringComparison.Ordinal)
        );
        reply.GetProperty("error").GetProperty("code").GetInt32().ShouldBe(-32600);
        await session.ShouldBeAliveAsync();
    }
}
