namespace ClickUpMcp.Protocol.Messages;

/// <summary>What the server says of itself to a client.</summary>
/// <param name="Name">The machine name.</param>
/// <param name="Title">The name shown to people.</param>
/// <param name="Version">The version of this build.</param>
/// <param name="Instructions">What a model should know before it uses the tools.</param>
internal sealed record ServerIdentity(string Name, string Title, string Version, string Instructions);
