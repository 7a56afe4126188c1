using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ClickUpMcp.Cli.Clients;

/// <summary>The node of an n8n workflow that connects an agent to the server over HTTP.</summary>
internal static class AgentNode
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What is pasted into the canvas.</summary>
    /// <param name="url">Where the server is.</param>
    public static string Write(string url)
    {
        using MemoryStream json = new();
        using (Utf8JsonWriter writer = new(json, Options))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("nodes"u8);
            writer.WriteStartObject();
            writer.WriteString("name"u8, "ClickUp"u8);
            writer.WriteString("type"u8, "@n8n/n8n-nodes-langchain.mcpClientTool"u8);
            writer.WriteNumber("typeVersion"u8, 1.1);
            writer.WriteStartArray("position"u8);
            writer.WriteNumberValue(0);
            writer.WriteNumberValue(0);
            writer.WriteEndArray();
            writer.WriteStartObject("parameters"u8);
            writer.WriteString("endpointUrl"u8, url);
            writer.WriteString("serverTransport"u8, "httpStreamable"u8);
            writer.WriteString("authentication"u8, "bearerAuth"u8);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteStartObject("connections"u8);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(json.ToArray());
    }
}
