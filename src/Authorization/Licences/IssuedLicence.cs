namespace ClickUpMcp.Authorization.Licences;

/// <summary>A licence and its key, which nobody can read again.</summary>
public sealed record IssuedLicence(Licence Licence, string Key);
