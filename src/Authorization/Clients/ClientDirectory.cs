namespace ClickUpMcp.Authorization.Clients;

/// <summary>Finds clients, whichever way they made themselves known.</summary>
internal sealed class ClientDirectory(ClientStore registered, ClientDocuments? documents)
{
    /// <summary>The client of an id; null if there is none, or if its metadata cannot be had.</summary>
    public ValueTask<Client?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (!ClientDocuments.IsAddress(id))
        {
            return registered.FindAsync(id, cancellationToken);
        }

        return documents is null ? ValueTask.FromResult<Client?>(null) : documents.FindAsync(id, cancellationToken);
    }

    /// <summary>Keeps a client that is used from being forgotten.</summary>
    public ValueTask RenewAsync(string id, CancellationToken cancellationToken) =>
        ClientDocuments.IsAddress(id) ? ValueTask.CompletedTask : registered.RenewAsync(id, cancellationToken);
}
