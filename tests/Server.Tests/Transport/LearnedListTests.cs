using System.Text.Json;

namespace ClickUpMcp.Server.Tests.Transport;

/// <summary>A list of tools for which something must be found out first holds up nothing else.</summary>
public sealed class LearnedListTests
{
    private const string List = """{"jsonrpc":"2.0","id":7,"method":"tools/list"}""";

    [Fact]
    public async Task Other_messages_are_served_until_the_list_is_known()
    {
        await using StdioSession session = new();
        session.Gateway.IsListKnown = false;
        session.Send(List);
        await StdioSession.Patiently(session.Gateway.Started.Task);

        await session.ShouldBeAliveAsync();
        session.Gateway.Go.SetResult();
        JsonElement reply = await session.ReceiveJsonAsync();
        JsonElement again = await session.AskAsync(List);

        reply.GetProperty("id").GetInt32().ShouldBe(7);
        reply.GetProperty("result").GetProperty("tools").GetRawText().ShouldBe(FakeGateway.List);
        JsonElement.DeepEquals(again, reply).ShouldBeTrue();
    }

    [Fact]
    public async Task A_list_that_nobody_waits_for_any_more_is_not_sent()
    {
        await using StdioSession session = new();
        session.Gateway.IsListKnown = false;
        session.Send(List);
        await StdioSession.Patiently(session.Gateway.Started.Task);

        session.Send("""{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":7}}""");
        await session.ShouldBeAliveAsync();
        session.Gateway.Go.TrySetResult();

        await session.ShouldBeAliveAsync();
    }
}
