using System.Text.Json;
using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Rendering;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>The audit log (version 3): a query by POST, for the owner of an Enterprise workspace.</summary>
internal static class AuditLogEndpoints
{
    private const int DefaultRows = 50;
    private const int MostRows = 100;

    public static Route[] Routes { get; } = [new("POST", "/api/v3/workspaces/{workspace_id}/auditlogs", Query)];

    private static ApiResponse Query(Call call)
    {
        var workspace = call.EnterpriseWorkspace;
        if (call.Caller.Role != MemberRole.Owner)
        {
            throw new ApiException(403, "Only the Workspace owner can query audit logs");
        }

        var kind = call.Body.Text("applicability");
        if (kind is null || !AuditEvent.Kinds.Contains(kind))
        {
            throw Refuse.BadRequest(
                $"applicability must be one of the following values: {string.Join(", ", AuditEvent.Kinds)}"
            );
        }

        var filter = call.Body.Object("filter") ?? new RequestBody(default);
        var events = workspace.AuditLog.Where(entry => entry.Kind == kind && Matches(entry, filter));
        return ApiResponse.Object(writer =>
            writer.WriteList("data", Page(call, events), (inner, entry) => Write(inner, workspace, entry))
        );
    }

    private static bool Matches(AuditEvent entry, RequestBody filter)
    {
        var users = filter.Texts("userId").ToList();
        var emails = filter.Texts("userEmail").ToList();
        return (users.Count == 0 || users.Contains(entry.User.Id.ToString()))
            && (emails.Count == 0 || emails.Contains(entry.User.Email))
            && (filter.Text("eventType") is not { } type || type == entry.Type)
            && (filter.Text("eventStatus") is not { } status || status == entry.Status)
            && (filter.Number("startTime") is not { } start || entry.Date >= start)
            && (filter.Number("endTime") is not { } end || entry.Date <= end);
    }

    // The response holds no cursor: the next page starts from the time of the last row.
    private static List<AuditEvent> Page(Call call, IEnumerable<AuditEvent> events)
    {
        var pagination = call.Body.Object("pagination") ?? new RequestBody(default);
        var rows = (int)Math.Clamp(pagination.Number("pageRows") ?? DefaultRows, 1, MostRows);
        var start = pagination.Number("pageTimestamp");
        return (pagination.Text("pageDirection") ?? "before") switch
        {
            "before" =>
            [
                .. events
                    .Where(entry => start is null || entry.Date < start)
                    .OrderByDescending(static entry => entry.Date)
                    .Take(rows),
            ],
            "after" =>
            [
                .. events
                    .Where(entry => start is null || entry.Date > start)
                    .OrderBy(static entry => entry.Date)
                    .Take(rows),
            ],
            _ => throw Refuse.BadRequest("pageDirection must be one of the following values: before, after"),
        };
    }

    private static void Write(Utf8JsonWriter writer, Workspace workspace, AuditEvent entry)
    {
        writer.WriteStartObject();
        writer.WriteString("id", entry.Id);
        writer.WriteString("workspaceId", workspace.Id);
        writer.WriteString("userId", entry.User.Id.ToString());
        writer.WriteString("userEmail", entry.User.Email);
        writer.WriteString("eventType", entry.Type);
        writer.WriteString("eventStatus", entry.Status);
        writer.WriteString("target", entry.Target);
        writer.WriteNumber("timestamp", entry.Date);
        writer.WriteEndObject();
    }
}
