namespace ClickUpMcp.Authorization.Senders;

/// <summary>Where a sender presents what it has: programs may send other headers when they ask for tokens than when they use them.</summary>
public enum SenderPlace
{
    /// <summary>Where codes and refresh tokens are exchanged.</summary>
    TokenEndpoint,

    /// <summary>Where access tokens and licence keys are used.</summary>
    Resource,
}
