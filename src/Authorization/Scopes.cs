namespace ClickUpMcp.Authorization;

/// <summary>What a client may be allowed to do, from the least to the most; each stands alone.</summary>
public static class Scopes
{
    public const string Read = "read";
    public const string Write = "write";
    public const string Delete = "delete";
    public const string Admin = "admin";

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<string> All { get; } = [Read, Write, Delete, Admin];
}
