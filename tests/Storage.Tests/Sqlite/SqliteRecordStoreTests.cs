using ClickUpMcp.Storage.Sqlite;

namespace ClickUpMcp.Storage.Tests.Sqlite;

/// <summary>The SQLite store keeps the contract.</summary>
public sealed class SqliteRecordStoreTests : DurableStoreContract
{
    private readonly TestFolder _folder = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    protected override ValueTask<IRecordStore> OpenAsync(TimeProvider time) =>
        ValueTask.FromResult<IRecordStore>(new SqliteRecordStore(_folder.File("store.db"), time));
}
