namespace ClickUpMcp.Api;

/// <summary>A response was not read because it is larger than the client allows.</summary>
internal sealed class ResponseTooLargeException() : IOException("The response is too large.");
