namespace ClickUpMcp.Tools.Runtime;

/// <summary>Keeps the changes of one account beyond the process; what it cannot keep stays in memory.</summary>
internal interface IChangeStore
{
    /// <summary>The changes that are kept; none while the store does not respond.</summary>
    ValueTask<IReadOnlyList<Change>> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Keeps a change as it is now.</summary>
    ValueTask SaveAsync(Change change, CancellationToken cancellationToken);
}
