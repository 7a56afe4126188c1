namespace ClickUpMcp.Api;

/// <summary>Notes what a call changes, so that it can be undone.</summary>
internal interface IWriteJournal
{
    /// <summary>Reads what a write is about to change; null where nothing has to be known of it.</summary>
    ValueTask<object?> BeforeAsync(ClickUpRequest request, CancellationToken cancellationToken);

    /// <summary>Notes a write that succeeded.</summary>
    /// <param name="request">The write.</param>
    /// <param name="before">What <see cref="BeforeAsync"/> read.</param>
    /// <param name="response">The body of the response.</param>
    void After(ClickUpRequest request, object? before, ReadOnlyMemory<byte> response);
}
