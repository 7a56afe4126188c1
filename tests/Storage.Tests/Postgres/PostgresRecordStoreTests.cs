using ClickUpMcp.Driver.Stores;
using ClickUpMcp.Storage.Postgres;
using ClickUpMcp.Tests;

namespace ClickUpMcp.Storage.Tests.Postgres;

/// <summary>The store on PostgreSQL keeps the contract.</summary>
public sealed class PostgresRecordStoreTests(StoreServers servers) : DurableStoreContract
{
    private string _url = "";

    public override async ValueTask InitializeAsync()
    {
        PostgresServer server = await servers.PostgresAsync();
        _url = server.Url(await server.CreateDatabaseAsync(Stop));
        await base.InitializeAsync();
    }

    protected override async ValueTask<IRecordStore> OpenAsync(TimeProvider time) =>
        await PostgresRecordStore.OpenAsync(_url, time, Stop);
}
