namespace ClickUpMcp.Protocol.Messages;

/// <summary>What a client calls itself; it is free to say anything.</summary>
/// <param name="Name">Its name; null when it says none.</param>
/// <param name="Version">Its version; null when it says none.</param>
internal readonly record struct ClientInfo(string? Name, string? Version);
