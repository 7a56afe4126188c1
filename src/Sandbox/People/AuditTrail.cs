using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.People;

/// <summary>Writes the audit log of a workspace.</summary>
internal static class AuditTrail
{
    public static void Add(
        Workspace workspace,
        Member user,
        string kind,
        string type,
        string target,
        long date,
        string status = "success"
    )
    {
        var number = workspace.AuditLog.Count + 1;
        var id = $"{(uint)(number * 2654435761):x8}-a0d1-4acb-8000-{number:x12}";
        workspace.AuditLog.Add(new AuditEvent(id, user, kind, type, status, target, date));
    }
}
