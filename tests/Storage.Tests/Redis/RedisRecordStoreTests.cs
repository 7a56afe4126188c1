using ClickUpMcp.Driver.Stores;
using ClickUpMcp.Storage.Redis;
using ClickUpMcp.Tests;

namespace ClickUpMcp.Storage.Tests.Redis;

/// <summary>The store on Redis keeps the contract.</summary>
public sealed class RedisRecordStoreTests(StoreServers servers) : DurableStoreContract
{
    private string _url = "";

    public override async ValueTask InitializeAsync()
    {
        RedisServer server = await servers.RedisAsync();
        _url = server.Url(server.NextDatabase());
        await base.InitializeAsync();
    }

    protected override async ValueTask<IRecordStore> OpenAsync(TimeProvider time) =>
        await RedisRecordStore.OpenAsync(_url, time, Stop);
}
