namespace ClickUpMcp.Authorization;

/// <summary>Keeps the ClickUp tokens that stand behind grants.</summary>
public interface IUpstreamCredentials
{
    /// <summary>The ClickUp token of a grant; null if the grant does not stand any more.</summary>
    ValueTask<string?> FindAsync(string grantId, CancellationToken cancellationToken);

    /// <summary>Ends a grant whose token ClickUp refuses: nothing that was issued under it is accepted from now on.</summary>
    ValueTask EndGrantAsync(string grantId, CancellationToken cancellationToken);
}
