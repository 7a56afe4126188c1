namespace ClickUpMcp.Authorization.Issuers;

/// <summary>The keys of an identity provider cannot be had, and none are known.</summary>
public sealed class IssuerUnreachableException(Exception? inner = null)
    : Exception("The keys of the identity provider cannot be had.", inner);
