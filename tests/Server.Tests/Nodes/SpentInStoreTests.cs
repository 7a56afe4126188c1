using ClickUpMcp.Hosting.Stores;
using ClickUpMcp.Storage.Memory;

namespace ClickUpMcp.Tests.Nodes;

/// <summary>T-04: what was used at one of the servers that share a store is used at all of them.</summary>
public sealed class SpentInStoreTests
{
    private const string Nonce = "00112233445566778899aabbccddeeff";

    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task T_04_of_all_servers_one_takes_a_confirmation()
    {
        await using MemoryRecordStore store = new(_time);
        SpentInStore[] servers = [new(store, _time), new(store, _time), new(store, _time)];
        DateTimeOffset expires = _time.GetUtcNow().AddMinutes(5);
        bool[] taken = await Task.WhenAll(
            servers.Select(server =>
                server.TrySpendAsync(Nonce, expires, TestContext.Current.CancellationToken).AsTask()
            )
        );
        taken.Count(static one => one).ShouldBe(1);
        _time.Advance(TimeSpan.FromMinutes(5));
        (await servers[0].TrySpendAsync(Nonce, expires, TestContext.Current.CancellationToken)).ShouldBeFalse();
    }

    [Fact]
    public async Task T_04_while_the_store_does_not_respond_none_is_taken()
    {
        FragileStore store = new(new MemoryRecordStore(_time)) { IsLost = true };
        SpentInStore server = new(store, _time);
        DateTimeOffset expires = _time.GetUtcNow().AddMinutes(5);
        (await server.TrySpendAsync(Nonce, expires, TestContext.Current.CancellationToken)).ShouldBeFalse();
    }
}
