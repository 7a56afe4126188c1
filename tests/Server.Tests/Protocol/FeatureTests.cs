using System.Text;
using System.Text.Json;
using ClickUpMcp.Protocol;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Server.Tests.Transport;
using ClickUpMcp.Tests.Http;
using ClickUpMcp.Transport;

namespace ClickUpMcp.Tests.Protocol;

/// <summary>What a server offers besides tools is advertised, checked and served by the same core.</summary>
public sealed class FeatureTests
{
    private const string Stamp =
        ""","_meta":{"io.modelcontextprotocol/serverInfo":{"name":"test-server","title":"Test","version":"9.9.9"}}}""";

    [Fact]
    public async Task It_is_advertised_in_the_form_of_each_era()
    {
        await using StdioSession session = Start();
        JsonElement legacy = await session.AskAsync(StdioSession.Handshake);
        JsonElement modern = await session.AskAsync(HttpServer.ModernJson("server/discover"));
        Capabilities(legacy).ShouldBe("""{"tools":{},"prompts":{"old":true}}""");
        Capabilities(modern).ShouldBe("""{"tools":{},"prompts":{}}""");
    }

    [Theory]
    [InlineData("prompts/list", "", """{"prompts":[]}""")]
    [InlineData("prompts/get", "\"name\":\"a\",\"arguments\":{\"b\":1}", """{"got":"a","arguments":{"b":1}}""")]
    [InlineData("resources/read", "\"uri\":\"x://y\"", """{"got":"x://y","arguments":{}}""")]
    [InlineData("resources/subscribe", "\"uri\":\"x://y\"", "{}")]
    public async Task A_legacy_result_has_only_what_it_is_about(string method, string parameters, string result)
    {
        await using StdioSession session = Start();
        JsonElement reply = await session.AskAsync(Legacy(method, parameters));
        reply.GetProperty("result").GetRawText().ShouldBe(result);
    }

    [Theory]
    [InlineData("prompts/list", "", "\"prompts\":[],\"cacheScope\":\"private\",\"ttlMs\":300000")]
    [InlineData("prompts/get", "\"name\":\"a\"", "\"got\":\"a\",\"arguments\":{}")]
    [InlineData(
        "resources/read",
        "\"uri\":\"u\"",
        "\"got\":\"u\",\"arguments\":{},\"cacheScope\":\"private\",\"ttlMs\":300000"
    )]
    public async Task A_modern_result_is_complete_and_says_whether_it_may_be_kept(
        string method,
        string parameters,
        string members
    )
    {
        await using StdioSession session = Start();
        JsonElement reply = await session.AskAsync(HttpServer.ModernJson(method, parameters));
        reply.GetProperty("result").GetRawText().ShouldBe("{\"resultType\":\"complete\"," + members + Stamp);
    }

    [Fact]
    public async Task What_needs_input_says_so_and_is_not_kept()
    {
        await using StdioSession session = Start();
        JsonElement reply = await session.AskAsync(HttpServer.ModernJson("resources/read", "\"uri\":\"more\""));
        reply
            .GetProperty("result")
            .GetRawText()
            .ShouldBe("{\"resultType\":\"input_required\",\"requestState\":\"s\"" + Stamp);
    }

    [Theory]
    [InlineData("prompts/list", "\"cursor\":\"x\"", -32602)]
    [InlineData("prompts/get", "", -32602)]
    [InlineData("prompts/get", "\"name\":\"none\"", -32602)]
    [InlineData("resources/read", "\"name\":\"a\"", -32602)]
    [InlineData("resources/subscribe", "", -32602)]
    [InlineData("resources/list", "", -32601)]
    [InlineData("prompts/get", "\"name\":\"crash\"", -32603)]
    [InlineData("resources/read", "\"uri\":\"crash\"", -32603)]
    public async Task What_the_protocol_demands_is_checked_before(string method, string parameters, int code)
    {
        await using StdioSession session = Start();
        JsonElement error = (await session.AskAsync(Legacy(method, parameters))).GetProperty("error");
        error.GetProperty("code").GetInt32().ShouldBe(code);
        error.GetRawText().ShouldNotContain("secret");
        await session.ShouldBeAliveAsync();
    }

    [Fact]
    public async Task An_error_carries_its_data()
    {
        await using StdioSession session = Start();
        JsonElement reply = await session.AskAsync(Legacy("prompts/get", "\"name\":\"none\""));
        reply.GetProperty("error").GetProperty("data").GetRawText().ShouldBe("{\"a\":1}");
    }

    [Fact]
    public async Task Subscriptions_of_the_older_kind_do_not_exist_for_a_modern_client()
    {
        await using StdioSession session = Start();
        JsonElement reply = await session.AskAsync(HttpServer.ModernJson("resources/subscribe", "\"uri\":\"u\""));
        reply.GetProperty("error").GetProperty("code").GetInt32().ShouldBe(-32601);
    }

    [Theory]
    [InlineData("prompts/get", "\"name\":\"a\"", true)]
    [InlineData("resources/read", "\"uri\":\"a\"", false)]
    public async Task What_is_answered_from_memory_is_served_where_it_was_read(
        string method,
        string parameters,
        bool isImmediate
    )
    {
        var core = new ProtocolCore(StdioSession.Services());
        ServerInventory inventory = StdioSession.Inventory(new FakeGateway()) with { Features = [new FakeFeature()] };
        var place = new BatchPlace(new MessageWriter(new MemoryStream(), static () => { }));
        using IncomingMessage message = core.Read(Encoding.UTF8.GetBytes(Legacy(method, parameters)));
        IPendingWork? rest = core.Accept(message, new McpSession(inventory), place);
        (rest is null, place.Reply is not null).ShouldBe((isImmediate, isImmediate));
        await (rest?.RunAsync() ?? Task.CompletedTask);
        using Reply reply = place.Reply.ShouldNotBeNull();
        reply.Fault.ShouldBeNull();
    }

    private static StdioSession Start() => new(StdioSession.Services(), new FakeFeature());

    private static string Capabilities(JsonElement reply) =>
        reply.GetProperty("result").GetProperty("capabilities").GetRawText();

    private static string Legacy(string method, string parameters) =>
        $$$"""{"jsonrpc":"2.0","id":1,"method":"{{{method}}}","params":{{{{parameters}}}}}""";
}
