using System.Text.Json;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Rendering;

/// <summary>Webhooks; their secret comes with every response.</summary>
internal static class WebhookJson
{
    public static void Write(Utf8JsonWriter writer, Webhook webhook)
    {
        writer.WriteStartObject();
        writer.WriteString("id", webhook.Id);
        writer.WriteNumber("userid", webhook.Person.Id);
        writer.WriteNumber("team_id", long.Parse(webhook.Workspace.Id));
        writer.WriteString("endpoint", webhook.Endpoint);
        writer.WriteString("client_id", "SANDBOXCLIENT");
        writer.WriteList("events", webhook.Events, static (inner, name) => inner.WriteStringValue(name));
        writer.WriteString("task_id", webhook.Place.TaskId);
        writer.WriteString("list_id", webhook.Place.ListId);
        writer.WriteString("folder_id", webhook.Place.FolderId);
        writer.WriteString("space_id", webhook.Place.SpaceId);
        writer.WriteStartObject("health");
        writer.WriteString("status", webhook.Status);
        writer.WriteNumber("fail_count", webhook.FailCount);
        writer.WriteEndObject();
        writer.WriteString("secret", webhook.Secret);
        writer.WriteEndObject();
    }
}
