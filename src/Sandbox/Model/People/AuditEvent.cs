namespace ClickUpMcp.Sandbox.Model;

/// <summary>Something that somebody did, as the audit log keeps it.</summary>
/// <param name="Kind">What version 3 calls applicability, for example auth-and-security.</param>
/// <param name="Target">What it was done to; empty where it was the person's own account.</param>
internal sealed record AuditEvent(
    string Id,
    Member User,
    string Kind,
    string Type,
    string Status,
    string Target,
    long Date
)
{
    public const string Security = "auth-and-security";
    public const string Fields = "custom-fields";
    public const string Hierarchy = "hierarchy-activity";
    public const string People = "user-activity";

    /// <summary>Every kind that the document names; the other two stay empty here.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [Security, Fields, Hierarchy, People, "agent-settings-activity", "other-activity"];
}
