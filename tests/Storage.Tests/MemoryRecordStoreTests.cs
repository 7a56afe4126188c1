using ClickUpMcp.Storage.Memory;

namespace ClickUpMcp.Storage.Tests;

/// <summary>The memory store keeps the contract.</summary>
public sealed class MemoryRecordStoreTests : StoredLogContract
{
    protected override ValueTask<IRecordStore> OpenAsync(TimeProvider time) =>
        ValueTask.FromResult<IRecordStore>(new MemoryRecordStore(time));
}
