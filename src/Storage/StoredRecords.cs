using System.Runtime.CompilerServices;

namespace ClickUpMcp.Storage;

/// <summary>Lists all records of a query, page after page.</summary>
public static class StoredRecords
{
    /// <param name="store">The store.</param>
    /// <param name="query">Which records; its count is that of a page.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static async IAsyncEnumerable<StoredRecord> ListAsync(
        IRecordStore store,
        RecordQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        while (await store.ListAsync(query, cancellationToken) is { Count: > 0 } page)
        {
            foreach (StoredRecord record in page)
            {
                yield return record;
            }

            query = query with { After = page[^1].Key };
        }
    }
}
