namespace ClickUpMcp.Authorization.Issuers;

/// <summary>An identity provider of the operator's own, whose tokens are accepted.</summary>
/// <param name="Issuer">Who it is, exactly as its tokens say.</param>
/// <param name="Audience">Whom its tokens must be for.</param>
/// <param name="Keys">Where its keys are; null to ask its metadata.</param>
public sealed record IssuerOptions(string Issuer, string Audience, Uri? Keys);
