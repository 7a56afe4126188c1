using System.Text.Json;
using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Server.Tests.Transport;

namespace ClickUpMcp.Tests.Protocol.Offers;

/// <summary>A client that subscribes to a task or a list hears of changes, in the form of its era, until it ends that.</summary>
public sealed class SubscriptionTests
{
    private const string TaskUri = "clickup://Acme/task/27075wz";
    private const string Tasks = $"clickup://Acme/list/{SandboxSeed.ApiListId}/tasks";

    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_legacy_client_hears_of_a_change_until_it_unsubscribes()
    {
        await using OfferSession session = Start(isModern: false);
        (await session.ResultAsync("resources/subscribe", $"\"uri\":\"{TaskUri}\"")).GetRawText().ShouldBe("{}");
        await RenameAsync(session, "Renamed");
        _time.Advance(TimeSpan.FromSeconds(60));
        (await session.NextAsync())
            .GetRawText()
            .ShouldBe(
                $$$"""{"jsonrpc":"2.0","method":"notifications/resources/updated","params":{"uri":"{{{TaskUri}}}"}}"""
            );
        (await session.ResultAsync("resources/unsubscribe", $"\"uri\":\"{TaskUri}\"")).GetRawText().ShouldBe("{}");
        await RenameAsync(session, "Renamed again");
        _time.Advance(TimeSpan.FromSeconds(600));
        await session.ShouldBeAliveAsync();
    }

    [Fact]
    public async Task A_modern_client_hears_of_a_change_by_the_id_of_its_request()
    {
        await using OfferSession session = Start(isModern: true);
        string asked =
            $"\"notifications\":{{\"toolsListChanged\":true,\"resourceSubscriptions\":[\"{TaskUri}\",\"{Tasks}\",\"clickup://Acme\",\"x\"]}}";
        JsonElement granted = await session.AskAsync("subscriptions/listen", asked, id: "\"l\\u0031\"");
        granted
            .GetRawText()
            .ShouldBe(
                $$$$"""{"jsonrpc":"2.0","method":"notifications/subscriptions/acknowledged","params":{"_meta":{"io.modelcontextprotocol/subscriptionId":"l\u0031"},"notifications":{"resourceSubscriptions":["{{{{TaskUri}}}}","{{{{Tasks}}}}"]}}}"""
            );
        await RenameAsync(session, "Renamed");
        _time.Advance(TimeSpan.FromSeconds(60));
        JsonElement told = (await session.NextAsync()).GetProperty("params");
        told.GetProperty("uri").GetString().ShouldBe(TaskUri);
        told.GetProperty("_meta").GetProperty("io.modelcontextprotocol/subscriptionId").GetString().ShouldBe("l1");
    }

    [Theory]
    [InlineData("clickup://Acme", "not watched")]
    [InlineData("clickup://Acme/task/none", "task")]
    [InlineData("file:///x", "no such resource")]
    public async Task What_cannot_be_watched_is_refused(string uri, string message)
    {
        await using OfferSession session = Start(isModern: false);
        (_, string text) = await session.RefusalAsync("resources/subscribe", $"\"uri\":\"{uri}\"");
        text.ShouldContain(message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"notifications\":[]")]
    [InlineData("\"notifications\":{\"resourceSubscriptions\":5}")]
    [InlineData("\"notifications\":{\"resourceSubscriptions\":[5]}")]
    public async Task A_request_to_listen_that_says_nothing_is_refused(string parameters)
    {
        await using OfferSession session = Start(isModern: true);
        (await session.RefusalAsync("subscriptions/listen", parameters)).Code.ShouldBe(RpcErrorCode.InvalidParams);
    }

    [Fact]
    public async Task An_open_subscription_does_not_hold_up_the_end()
    {
        OfferSession session = Start(isModern: true);
        await session.AskAsync(
            "subscriptions/listen",
            $"\"notifications\":{{\"resourceSubscriptions\":[\"{TaskUri}\"]}}"
        );
        // The clock stands still, so that nothing ends because of time.
        await session.DisposeAsync();
    }

    [Fact]
    public async Task A_server_without_subscriptions_says_so_and_has_none()
    {
        await using var session = new OfferSession(static options => options.WatchPace = TimeSpan.Zero);
        (await session.ResultAsync("initialize", "\"protocolVersion\":\"2025-11-25\",\"capabilities\":{}"))
            .GetProperty("capabilities")
            .GetProperty("resources")
            .GetRawText()
            .ShouldBe("{}");
        (await session.RefusalAsync("resources/subscribe", $"\"uri\":\"{TaskUri}\"")).Code.ShouldBe(
            RpcErrorCode.MethodNotFound
        );
    }

    private OfferSession Start(bool isModern) =>
        new(services: StdioSession.Services() with { Time = _time }) { IsModern = isModern };

    private static Task RenameAsync(OfferSession session, string name) =>
        session.CallAsync("update_task", $$"""{"task":"27075wz","name":"{{name}}"}""");
}
