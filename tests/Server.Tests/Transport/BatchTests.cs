using System.Text.Json;

namespace ClickUpMcp.Server.Tests.Transport;

/// <summary>Several messages in one array: served in the one revision that has that, refused in every other.</summary>
public sealed class BatchTests
{
    private const string Echo = """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"echo"}}""";
    private const string Ping = """{"jsonrpc":"2.0","id":3,"method":"ping"}""";

    [Fact]
    public async Task All_requests_of_a_batch_are_answered_in_one_array()
    {
        await using StdioSession session = await StartAsync();
        session.Send($"[{Echo},{Ping},{List(4)},{Request(5, "no/such")}]");
        JsonElement[] replies = await ArrayAsync(session);
        replies.Select(IdOf).ShouldBe([2, 3, 4, 5]);
        replies
            .Single(static reply => IdOf(reply) == 2)
            .GetProperty("result")
            .GetProperty("content")[0]
            .GetProperty("text")
            .GetString()
            .ShouldBe("{}");
        replies
            .Single(static reply => IdOf(reply) == 4)
            .GetProperty("result")
            .GetProperty("tools")[0]
            .GetProperty("name")
            .GetString()
            .ShouldBe("echo");
        CodeOf(replies.Single(static reply => IdOf(reply) == 5)).ShouldBe(-32601);
    }

    [Fact]
    public async Task What_expects_no_reply_gets_none()
    {
        await using StdioSession session = await StartAsync();
        session.Send(
            """[{"jsonrpc":"2.0","method":"notifications/initialized"},{"jsonrpc":"2.0","id":9,"result":{}}]"""
        );
        await session.ShouldBeAliveAsync();
    }

    [Fact]
    public async Task Each_message_that_is_wrong_has_an_error_of_its_own_and_spoils_no_other()
    {
        await using StdioSession session = await StartAsync();
        session.Send($"[1,[],{{}},{Ping},{Initialize(7, "2025-06-18")},{Modern(8)}]");
        JsonElement[] replies = await ArrayAsync(session);
        replies.Length.ShouldBe(6);
        replies
            .Count(static reply => reply.GetProperty("id").ValueKind == JsonValueKind.Null && CodeOf(reply) == -32600)
            .ShouldBe(3);
        replies.Single(static reply => reply.TryGetProperty("result", out _)).GetProperty("id").GetInt32().ShouldBe(3);
        replies
            .Where(static reply => reply.GetProperty("id").ValueKind == JsonValueKind.Number && IdOf(reply) > 3)
            .ShouldAllBe(static reply => CodeOf(reply) == -32600);
        // The revision stayed as it was agreed on.
        session.Send($"[{Ping}]");
        (await ArrayAsync(session)).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_call_of_a_batch_can_be_cancelled_and_the_others_are_answered()
    {
        await using StdioSession session = await StartAsync();
        session.Send($"[{Call(2, "hang")},{Ping}]");
        await StdioSession.Patiently(session.Gateway.Started.Task);
        session.Send("""{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":2}}""");
        (await ArrayAsync(session)).Select(IdOf).ShouldBe([3]);
    }

    [Fact]
    public async Task An_id_twice_in_a_batch_is_refused_once()
    {
        await using StdioSession session = await StartAsync();
        session.Send($"[{Echo},{Echo}]");
        JsonElement[] replies = await ArrayAsync(session);
        replies.Select(IdOf).ShouldBe([2, 2]);
        replies.Count(static reply => reply.TryGetProperty("result", out _)).ShouldBe(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task An_empty_or_endless_batch_is_one_error(int count)
    {
        await using StdioSession session = await StartAsync();
        session.Send($"[{string.Join(',', Enumerable.Repeat(Ping, count))}]");
        JsonElement reply = await session.ReceiveJsonAsync();
        reply.GetProperty("id").ValueKind.ShouldBe(JsonValueKind.Null);
        CodeOf(reply).ShouldBe(-32600);
        session.Send($"[{string.Join(',', Enumerable.Range(0, 100).Select(static id => Request(id, "ping")))}]");
        (await ArrayAsync(session)).Length.ShouldBe(100);
    }

    [Theory]
    [InlineData("2024-11-05")]
    [InlineData("2025-06-18")]
    [InlineData("2025-11-25")]
    [InlineData("2099-01-01")]
    [InlineData(null)]
    public async Task Every_other_revision_has_no_batches(string? version)
    {
        await using var session = new StdioSession();
        if (version is not null)
        {
            await session.AskAsync(Initialize(1, version));
        }

        session.Send($"[{Echo},{Ping}]");
        JsonElement reply = await session.ReceiveJsonAsync();
        reply.GetProperty("id").ValueKind.ShouldBe(JsonValueKind.Null);
        reply.GetProperty("error").GetProperty("message").GetString()!.ShouldContain("2025-03-26");
        await session.ShouldBeAliveAsync();
    }

    private static async Task<StdioSession> StartAsync()
    {
        var session = new StdioSession();
        await session.AskAsync(Initialize(1, "2025-03-26"));
        return session;
    }

    private static async Task<JsonElement[]> ArrayAsync(StdioSession session) =>
        [.. JsonElement.Parse(await session.ReceiveAsync()).EnumerateArray()];

    private static int IdOf(JsonElement reply) => reply.GetProperty("id").GetInt32();

    private static int CodeOf(JsonElement reply) => reply.GetProperty("error").GetProperty("code").GetInt32();

    private static string Request(int id, string method) => $$"""{"jsonrpc":"2.0","id":{{id}},"method":"{{method}}"}""";

    private static string List(int id) => Request(id, "tools/list");

    private static string Call(int id, string tool) =>
        $$$"""{"jsonrpc":"2.0","id":{{{id}}},"method":"tools/call","params":{"name":"{{{tool}}}"}}""";

    private static string Modern(int id) =>
        $$$"""{"jsonrpc":"2.0","id":{{{id}}},"method":"tools/list","params":{{{{StdioSession.Modern}}}}}""";

    private static string Initialize(int id, string version) =>
        $$$$"""{"jsonrpc":"2.0","id":{{{{id}}}},"method":"initialize","params":{"protocolVersion":"{{{{version}}}}","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""";
}
