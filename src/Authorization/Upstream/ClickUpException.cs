namespace ClickUpMcp.Authorization.Upstream;

/// <summary>ClickUp did not do its part of a sign-in.</summary>
internal sealed class ClickUpException(string message, Exception? inner = null) : Exception(message, inner);
