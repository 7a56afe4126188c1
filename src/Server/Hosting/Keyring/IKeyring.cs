namespace ClickUpMcp.Hosting.Keyring;

/// <summary>Where the operating system keeps the secrets of this user, encrypted.</summary>
internal interface IKeyring
{
    /// <summary>What people know it as.</summary>
    string Name { get; }

    /// <summary>The token that is kept for a host of ClickUp; null when there is none.</summary>
    /// <exception cref="UnusableException">The keyring cannot be used.</exception>
    Task<string?> FindAsync(string host, CancellationToken cancellationToken);

    /// <summary>Keeps a token in place of what was kept for that host.</summary>
    /// <exception cref="UnusableException">The keyring cannot be used.</exception>
    Task StoreAsync(string host, string token, CancellationToken cancellationToken);

    /// <summary>Removes what is kept for a host; false when there was nothing.</summary>
    /// <exception cref="UnusableException">The keyring cannot be used.</exception>
    Task<bool> RemoveAsync(string host, CancellationToken cancellationToken);
}
