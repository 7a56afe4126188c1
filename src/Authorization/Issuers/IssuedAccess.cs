namespace ClickUpMcp.Authorization.Issuers;

/// <summary>What a good token of an identity provider says.</summary>
/// <param name="Subject">Whom it stands for.</param>
/// <param name="Scopes">What that person may do; words that nobody knows are among them as they are.</param>
public sealed record IssuedAccess(string Subject, IReadOnlyList<string> Scopes);
