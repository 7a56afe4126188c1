namespace ClickUpMcp.Api;

/// <summary>An answer was not read because it is larger than the client allows.</summary>
internal sealed class ResponseTooLargeException() : IOException("The answer is too large.");
