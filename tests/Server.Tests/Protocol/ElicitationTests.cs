using System.Net;
using System.Text.Json;
using ClickUpMcp.Hosting;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Server.Tests.Transport;
using ClickUpMcp.Tests.Http;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Protocol;

/// <summary>P-07: each era asks the person behind its client in its own way, over both transports.</summary>
public sealed class ElicitationTests
{
    private const string Asking = "\"elicitation\":{}";

    private static readonly string Arguments =
        $$"""{"name":"update_task","arguments":{"task":"{{SandboxSeed.RichTaskId}}","name":"Another name"} }""";

    private static readonly string Call =
        $$"""{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{{Arguments}} }""";

    private static readonly string Yes = """{"action":"accept","content":{"confirm":true}}""";

    /// <summary>What clients respond, and whether it is a yes.</summary>
    public static TheoryData<string, string> Responses =>
        new()
        {
            { Yes, "Another name" },
            { """{"action":"accept","content":{"confirm":false}}""", "declined" },
            { """{"action":"accept","content":{}}""", "declined" },
            { """{"action":"accept","content":{"confirm":"true"}}""", "declined" },
            { """{"action":"accept"}""", "declined" },
            { """{"action":"decline"}""", "declined" },
            { """{"action":"cancel"}""", "neither confirmed nor declined" },
            { """{"action":7}""", "neither confirmed nor declined" },
            { "{}", "neither confirmed nor declined" },
        };

    [Theory]
    [MemberData(nameof(Responses))]
    public async Task P_07_over_stdio_a_legacy_client_is_asked_by_a_request(string response, string says)
    {
        await using StdioSession session = new(Inventory());
        await session.AskAsync(HandshakeOf("2025-06-18", Asking));
        session.Send(Call);
        JsonElement question = await session.ReceiveJsonAsync();
        ShouldAsk(question.GetProperty("method").GetString(), question.GetProperty("params"));
        question.GetProperty("params").TryGetProperty("mode", out _).ShouldBeFalse("the older revisions know none");
        session.Send($$"""{"jsonrpc":"2.0","id":{{question.GetProperty("id")}},"result":{{response}} }""");
        ShouldEnd(await session.ReceiveJsonAsync(), says, isDone: response == Yes);
    }

    [Fact]
    public async Task P_07_a_client_that_responds_with_an_error_confirms_nothing()
    {
        await using StdioSession session = new(Inventory());
        await session.AskAsync(HandshakeOf("2025-11-25", Asking));
        session.Send(Call);
        await session.ReceiveJsonAsync();
        session.Send("""{"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"no"}}""");
        ShouldEnd(await session.ReceiveJsonAsync(), "neither confirmed nor declined", isDone: false);
    }

    [Fact]
    public async Task P_07_a_call_that_is_cancelled_takes_its_question_back_and_writes_nothing()
    {
        await using StdioSession session = new(Inventory());
        await session.AskAsync(HandshakeOf("2025-11-25", Asking));
        session.Send(Call);
        await session.ReceiveJsonAsync();
        session.Send("""{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":7}}""");
        JsonElement taken = await session.ReceiveJsonAsync();
        taken.GetProperty("method").GetString().ShouldBe("notifications/cancelled");
        session.Send($$"""{"jsonrpc":"2.0","id":1,"result":{{Yes}} }""");
        JsonElement read = await session.AskAsync(
            $$"""{"jsonrpc":"2.0","id":8,"method":"tools/call","params":{"name":"get_task","arguments":{"task":"{{SandboxSeed.RichTaskId}}"} } }"""
        );
        TextOf(read).ShouldNotContain("Another name");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"elicitation\":{\"url\":{}}")]
    [InlineData("\"sampling\":{}")]
    public async Task P_07_a_client_that_has_no_forms_is_told_of_the_token(string capabilities)
    {
        await using StdioSession session = new(Inventory());
        await session.AskAsync(HandshakeOf("2025-11-25", capabilities));
        JsonElement refused = await session.AskAsync(Call);
        TextOf(refused).ShouldContain("dry_run: true");
        TextOf(refused).ShouldContain("Nothing was changed.");

        string dry = Call.Replace(
            "\"name\":\"Another",
            "\"dry_run\":true,\"name\":\"Another",
            StringComparison.Ordinal
        );
        string token = TextOf(await session.AskAsync(dry)).Split("confirm: \"")[1].Split('"')[0];
        JsonElement done = await session.AskAsync(
            Call.Replace("\"name\":\"Another", $"\"confirm\":\"{token}\",\"name\":\"Another", StringComparison.Ordinal)
        );
        ShouldEnd(done, "Another name", isDone: true);
    }

    [Fact]
    public async Task P_07_over_HTTP_a_legacy_session_is_asked_by_the_stream_of_the_call()
    {
        await using HttpServer server = await StartAsync();
        using HttpResponseMessage opened = await server.PostAsync(HandshakeOf("2025-11-25", Asking));
        (string, string)[] session = [("Mcp-Session-Id", opened.Headers.GetValues("Mcp-Session-Id").Single())];
        using HttpResponseMessage call = await server.SendAsync(
            HttpMethod.Post,
            Call,
            session,
            HttpCompletionOption.ResponseHeadersRead
        );
        using StreamReader stream = new(await call.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        JsonElement question = await NextAsync(stream);
        ShouldAsk(question.GetProperty("method").GetString(), question.GetProperty("params"));

        // Another session's yes is not this one's.
        using HttpResponseMessage elsewhere = await server.PostAsync(HandshakeOf("2025-11-25", Asking));
        string yes = $$"""{"jsonrpc":"2.0","id":{{question.GetProperty("id")}},"result":{{Yes}} }""";
        using HttpResponseMessage foreign = await server.PostAsync(
            yes.Replace("accept", "decline", StringComparison.Ordinal),
            ("Mcp-Session-Id", elsewhere.Headers.GetValues("Mcp-Session-Id").Single())
        );
        using HttpResponseMessage own = await server.PostAsync(yes, session);
        own.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        ShouldEnd(await NextAsync(stream), "Another name", isDone: true);
    }

    [Theory]
    [MemberData(nameof(Responses))]
    public async Task P_07_a_modern_client_is_asked_by_a_result_and_brings_the_reply(string response, string says)
    {
        await using HttpServer server = await StartAsync();
        JsonElement asked = (await ModernAsync(server, "")).GetProperty("result");
        asked.GetProperty("resultType").GetString().ShouldBe("input_required");
        JsonElement request = asked.GetProperty("inputRequests").GetProperty("confirmation");
        ShouldAsk(request.GetProperty("method").GetString(), request.GetProperty("params"));
        request.GetProperty("params").GetProperty("mode").GetString().ShouldBe("form");
        string state = asked.GetProperty("requestState").GetRawText();

        JsonElement done = await ModernAsync(
            server,
            $$""","inputResponses":{"confirmation":{{response}},"other":1},"requestState":{{state}}"""
        );
        ShouldEnd(done, says, isDone: response == Yes);
        JsonElement again = await ModernAsync(
            server,
            $$""","inputResponses":{"confirmation":{{Yes}} },"requestState":{{state}}"""
        );
        again.GetProperty("result").GetProperty("isError").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("\"requestState\":7")]
    [InlineData("\"requestState\":\"AAAA\"")]
    [InlineData("\"requestState\":\"\"")]
    public async Task T_04_a_state_that_was_made_up_is_refused(string state)
    {
        await using HttpServer server = await StartAsync();
        JsonElement refused = await ModernAsync(server, $$""","inputResponses":{"confirmation":{{Yes}} },{{state}}""");
        ShouldEnd(refused, "does not belong", isDone: false);
    }

    [Fact]
    public async Task P_07_a_header_asks_for_more_and_never_for_less()
    {
        await using HttpServer strict = await StartAsync();
        using HttpResponseMessage held = await strict.CallAsync("create_task", NewTask, ("X-Confirm", "never"));
        (await HttpServer.TextAsync(held)).ShouldContain("must be confirmed");

        await using HttpServer free = await HttpServer.StartAsync();
        using HttpResponseMessage asked = await free.CallAsync("create_task", NewTask, ("X-Confirm", "always"));
        (await HttpServer.TextAsync(asked)).ShouldContain("must be confirmed");
        using HttpResponseMessage done = await free.CallAsync("create_task", NewTask);
        (await HttpServer.TextAsync(done)).ShouldNotContain("must be confirmed");
        using HttpResponseMessage wrong = await free.CallAsync("create_task", NewTask, ("X-Confirm", "sometimes"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private const string NewTask = """{"list":"Ideas","name":"from a test"}""";

    private static Task<HttpServer> StartAsync() =>
        HttpServer.StartAsync(static options => options.Confirmation = ConfirmationRule.Always);

    private static ServerInventory Inventory() =>
        new CompositionRoot(TimeProvider.System).CreateInventory(
            new ServerOptions { Sandbox = true, Confirmation = ConfirmationRule.Always }
        );

    private static string HandshakeOf(string version, string capabilities) =>
        $$"""{"jsonrpc":"2.0","id":"h","method":"initialize","params":{"protocolVersion":"{{version}}","capabilities":{ {{capabilities}} },"clientInfo":{"name":"test","version":"1"} } }""";

    private static async Task<JsonElement> ModernAsync(HttpServer server, string more)
    {
        string json =
            $$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{{Arguments[..^1]}}{{more}},{{HttpServer.Meta.Replace("{}", "{" + Asking + "}", StringComparison.Ordinal)}} } }""";
        using HttpResponseMessage reply = await server.PostAsync(
            json,
            HttpServer.ModernHeaders("tools/call", "update_task")
        );
        return await HttpServer.JsonAsync(reply);
    }

    private static void ShouldAsk(string? method, JsonElement parameters)
    {
        method.ShouldBe("elicitation/create");
        string message = parameters.GetProperty("message").GetString()!;
        message.ShouldContain("PUT /api/v2/task/");
        message.ShouldContain("→ Another name");
        JsonElement schema = parameters.GetProperty("requestedSchema");
        schema.GetProperty("properties").GetProperty("confirm").GetProperty("type").GetString().ShouldBe("boolean");
        schema.GetProperty("required")[0].GetString().ShouldBe("confirm");
    }

    private static void ShouldEnd(JsonElement reply, string says, bool isDone)
    {
        string text = TextOf(reply);
        text.ShouldContain(says);
        bool isError =
            reply.GetProperty("result").TryGetProperty("isError", out JsonElement error) && error.GetBoolean();
        isError.ShouldBe(!isDone, text);
        if (!isDone)
        {
            text.ShouldContain("Nothing was changed.");
        }
    }

    private static async Task<JsonElement> NextAsync(StreamReader stream)
    {
        string? line;
        do
        {
            line = await stream
                .ReadLineAsync(TestContext.Current.CancellationToken)
                .AsTask()
                .WaitAsync(HttpServer.Patience);
        } while (line?.StartsWith("data: {", StringComparison.Ordinal) == false);

        return JsonElement.Parse(line!["data: ".Length..]);
    }

    private static string TextOf(JsonElement reply) =>
        reply.GetProperty("result").GetProperty("content")[0].GetProperty("text").GetString()!;
}
