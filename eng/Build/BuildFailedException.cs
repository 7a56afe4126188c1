namespace ClickUpMcp.Build;

/// <summary>A build step failed; the message is all there is to say.</summary>
public sealed class BuildFailedException(string message) : Exception(message);
