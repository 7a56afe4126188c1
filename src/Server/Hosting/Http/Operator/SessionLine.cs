using System.Buffers;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Protocol;
using ClickUpMcp.Protocol.Recording;
using ClickUpMcp.RateLimiting;
using ClickUpMcp.Text;
using ClickUpMcp.Transport.Http;

namespace ClickUpMcp.Hosting.Http;

/// <summary>Writes what the operator is told of sessions as lines of JSON: hashes, names and counts, never an id or content.</summary>
/// <param name="now">The time.</param>
internal sealed class SessionLine(DateTimeOffset now)
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public string Of(SessionAge open) =>
        Line(json =>
        {
            HttpSession session = open.Session;
            json.WriteString("session", session.Hash);
            WritePrincipal(json, session);
            WriteOptional(json, "client", session.Client.Name);
            WriteOptional(json, "client_version", session.Client.Version);
            json.WriteString("started", (now - open.Age).ToString(TimeFormat));
            json.WriteString("last_used", (now - open.Unused).ToString(TimeFormat));
            json.WriteNumber("calls", session.Calls);
            json.WriteNumber("in_flight", session.InFlight.Count);
            json.WriteStartObject("budget");
            foreach (BudgetUse use in session.Inventory.Tools.Value.BudgetUse)
            {
                json.WriteStartObject(use.Name);
                json.WriteNumber("used", use.Used);
                json.WriteNumber("limit", use.Limit);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        });

    /// <summary>The line of a request that belongs to no session.</summary>
    public string Of(McpSession request) =>
        Line(json =>
        {
            json.WriteNull("session");
            WritePrincipal(json, request);
            json.WriteNumber("calls", request.Calls);
            json.WriteNumber("in_flight", request.InFlight.Count);
        });

    /// <summary>The line of what was ended.</summary>
    public static string Of(OperatorRecord deed) =>
        Line(json =>
        {
            json.WriteNumber("sessions", deed.Sessions);
            json.WriteNumber("requests", deed.Requests);
            json.WriteBoolean("revoked", deed.IsRevoked);
        });

    private static void WritePrincipal(Utf8JsonWriter json, McpSession session)
    {
        json.WriteString("principal", AuditLine.HashOf(session.Principal));
        WriteOptional(json, "principal_name", session.PrincipalName);
    }

    // A client says of itself what it likes, and the operator may read it at a terminal.
    private static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, OutputSanitizer.CleanLine(value));
        }
    }

    private static string Line(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> line = new();
        using (Utf8JsonWriter json = new(line))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(line.WrittenSpan) + '\n';
    }
}
