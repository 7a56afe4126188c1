namespace ClickUpMcp.Authorization.Upstream;

/// <summary>A sign-in on this machine has ended without a token.</summary>
public sealed class LocalSignInException(string message) : Exception(message);
