using System.Text.Json;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Rendering;

/// <summary>Statuses, alone and as a workflow.</summary>
internal static class StatusJson
{
    public static void Write(Utf8JsonWriter writer, Status status)
    {
        writer.WriteStartObject();
        writer.WriteString("id", status.Id);
        writer.WriteString("status", status.Name);
        writer.WriteString("color", status.Color);
        writer.WriteNumber("orderindex", status.OrderIndex);
        writer.WriteString("type", status.Type);
        writer.WriteEndObject();
    }
}
