using ClickUpMcp.Authorization.Senders;

namespace ClickUpMcp.Authorization;

/// <summary>Tells a resource server what the access tokens of its requests allow.</summary>
public interface IAccessTokens
{
    /// <summary>What a token allows; null if it is none of ours, expired or revoked, or was issued for another resource.</summary>
    /// <param name="token">The token, as it came in the header.</param>
    /// <param name="resource">The resource that it is presented to, as the metadata of the resource names it.</param>
    /// <param name="sender">Who presents it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ForeignSenderException">It is good, but bound to another sender.</exception>
    ValueTask<Access?> FindAsync(string token, string resource, Sender sender, CancellationToken cancellationToken);

    /// <summary>Whether a grant still stands: for what goes on after the request that began it, as sessions and streams.</summary>
    ValueTask<bool> IsActiveAsync(string grantId, CancellationToken cancellationToken);
}
