using System.Globalization;
using System.Text.Json;

namespace ClickUpMcp.Server.Tests.Transport;

public sealed class CallTests
{
    [Fact]
    public async Task Two_hundred_calls_at_once_are_each_answered_once_with_their_own_arguments()
    {
        await using var session = new StdioSession();
        foreach (int i in Enumerable.Range(0, 200))
        {
            session.Send(Call(i.ToString(CultureInfo.InvariantCulture), "echo", $",\"arguments\":{{\"n\":{i}}}"));
        }

        var answered = new HashSet<int>();
        for (int i = 0; i < 200; i++)
        {
            JsonElement reply = await session.ReceiveJsonAsync();
            int id = reply.GetProperty("id").GetInt32();
            answered.Add(id).ShouldBeTrue();
            Text(reply).ShouldBe($"{{\"n\":{id}}}");
        }

        await session.ShouldBeAliveAsync();
    }

    [Fact]
    public async Task Arguments_may_be_the_text_of_an_object()
    {
        await using var session = new StdioSession();
        string call = Call(
            "1",
            "echo",
            """
            ,"arguments":"{\"a\":1}"
            """
        );
        Text(await session.AskAsync(call)).ShouldBe("\"{\\\"a\\\":1}\"");
    }

    [Fact]
    public async Task A_call_in_progress_does_not_hold_up_others()
    {
        await using var session = new StdioSession();
        session.Send(Call("1", "wait"));
        await session.ShouldBeAliveAsync();
        Text(await session.AskAsync(Call("2", "echo"))).ShouldBe("{}");
        session.Gateway.Go.SetResult();
        Text(await session.ReceiveJsonAsync()).ShouldBe("waited");
    }

    [Theory]
    [InlineData("\"x\"", "\"\\u0078\"", "")]
    [InlineData("7", "7", "")]
    [InlineData("7", "7", "," + StdioSession.Modern)]
    public async Task A_cancelled_call_is_stopped_and_not_answered(string id, string cancelledId, string more)
    {
        await using var session = new StdioSession();
        session.Send(Call(id, "hang", more));
        await StdioSession.Patiently(session.Gateway.Started.Task);
        session.Send(Cancel(cancelledId));
        await StdioSession.Patiently(session.Gateway.Cancelled.Task);

        // The id is free again, and the next reply is the new request's.
        Text(await session.AskAsync(Call(id, "echo"))).ShouldBe("{}");
        await session.ShouldBeAliveAsync();
    }

    [Fact]
    public async Task A_call_that_finishes_after_its_cancellation_is_not_answered()
    {
        await using var session = new StdioSession();
        session.Send(Call("1", "wait"));
        await StdioSession.Patiently(session.Gateway.Started.Task);
        session.Send(Cancel("1"));
        await session.ShouldBeAliveAsync();
        session.Gateway.Go.SetResult();
        Text(await session.AskAsync(Call("2", "echo"))).ShouldBe("{}");
        await session.ShouldBeAliveAsync();
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData("\"a\"", "\"\\u0061\"")]
    public async Task An_id_in_use_is_refused(string first, string second)
    {
        await using var session = new StdioSession();
        session.Send(Call(first, "wait"));
        JsonElement reply = await session.AskAsync(Call(second, "echo"));
        reply.GetProperty("error").GetProperty("code").GetInt32().ShouldBe(-32600);
        reply.GetProperty("id").GetRawText().ShouldBe(second);

        session.Gateway.Go.SetResult();
        Text(await session.ReceiveJsonAsync()).ShouldBe("waited");
    }

    [Fact]
    public async Task A_string_and_a_number_are_different_ids()
    {
        await using var session = new StdioSession();
        session.Send(Call("1", "wait"));
        Text(await session.AskAsync(Call("\"1\"", "echo"))).ShouldBe("{}");
        session.Gateway.Go.SetResult();
        await session.ReceiveJsonAsync();
    }

    [Theory]
    [InlineData("\"\\u0074oken\"")]
    [InlineData("42")]
    public async Task Progress_comes_in_order_before_the_reply_and_never_after_it(string token)
    {
        await using var session = new StdioSession();
        session.Send(Call("1", "progress", $",\"_meta\":{{\"progressToken\":{token}}}"));

        (await session.ReceiveAsync()).ShouldBe(
            $$$"""{"jsonrpc":"2.0","method":"notifications/progress","params":{"progressToken":{{{token}}},"progress":1,"total":3,"message":"one"}}"""
        );
        (await session.ReceiveAsync()).ShouldBe(
            $$$"""{"jsonrpc":"2.0","method":"notifications/progress","params":{"progressToken":{{{token}}},"progress":2.5,"message":"two\n\"and a half\""}}"""
        );
        Text(await session.ReceiveJsonAsync()).ShouldBe("done");

        session.Gateway.LastProgress!.Report(3, 3, "late");
        await session.ShouldBeAliveAsync();
    }

    [Fact]
    public async Task Progress_is_silent_when_nobody_asked()
    {
        await using var session = new StdioSession();
        Text(await session.AskAsync(Call("1", "progress"))).ShouldBe("done");
    }

    [Fact]
    public async Task An_unknown_tool_is_a_protocol_error_with_the_gateways_advice()
    {
        await using var session = new StdioSession();
        JsonElement reply = await session.AskAsync(Call("1", "eco"));
        reply
            .GetProperty("error")
            .GetProperty("message")
            .GetString()
            .ShouldBe("There is no tool eco. Did you mean echo?");
    }

    private static string Call(string id, string tool, string more = "") =>
        $$$"""{"jsonrpc":"2.0","id":{{{id}}},"method":"tools/call","params":{"name":"{{{tool}}}"{{{more}}}}}""";

    private static string Cancel(string id) =>
        $$$"""{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":{{{id}}},"reason":"test"}}""";

    private static string? Text(JsonElement reply) =>
        reply.GetProperty("result").GetProperty("content")[0].GetProperty("text").GetString();
}
