namespace ClickUpMcp.Authorization.Licences;

/// <summary>A device on which a licence key is used.</summary>
/// <param name="Hash">A hash of what it calls itself, and of the licence.</param>
/// <param name="LastSeen">When it was last used, to the day.</param>
public sealed record LicenceDevice(string Hash, DateTimeOffset LastSeen);
