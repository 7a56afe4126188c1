using System.Text.Json;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Rendering;

/// <summary>The approval of a time entry, with details and history where they were asked for.</summary>
internal static class TimeApprovalJson
{
    private const string Submitted = "pending";
    private const string Approved = "approved";

    public static void Write(Utf8JsonWriter writer, TimeEntry entry, TimeApproval approval, TimeEntryForm form)
    {
        writer.WriteString("approval_id", approval.Id);
        writer.WriteStartObject("approval");
        writer.WriteString("id", approval.Id);
        writer.WriteNumber("workspace_id", long.Parse(entry.Workspace.Id));
        if (form.WithApproval)
        {
            writer.WriteString("status", Approved);
            writer.WritePerson("user", entry.User);
            writer.WriteList("approvers", [approval.Approver], WriteId);
            writer.WriteNumber("approver_id", approval.Approver.Id);
            writer.WriteNumber("approved_at", approval.Approved);
        }

        if (form.WithApprovalHistory)
        {
            writer.WriteStartArray("history");
            WriteStep(writer, $"{approval.Id}-1", "", Submitted, approval.Submitted, entry.User);
            WriteStep(writer, $"{approval.Id}-2", Submitted, Approved, approval.Approved, approval.Approver);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteId(Utf8JsonWriter writer, Member person)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", person.Id);
        writer.WriteEndObject();
    }

    private static void WriteStep(Utf8JsonWriter writer, string id, string before, string after, long date, Member user)
    {
        writer.WriteStartObject();
        writer.WriteString("id", id);
        writer.WriteString("field", "status");
        writer.WriteString("before", before);
        writer.WriteString("after", after);
        writer.WriteNumber("created_at", date);
        writer.WritePerson("user", user);
        writer.WriteEndObject();
    }
}
