namespace ClickUpMcp.Hosting;

/// <summary>Nobody reads the output any more.</summary>
internal sealed class ClosedOutputException() : IOException("Nobody reads the standard stream any more.");
