using System.Text.Json;
using ClickUpMcp.Sandbox.Faults;

namespace ClickUpMcp.Sandbox.Engine;

/// <summary>The sandbox's own switches beside the API: reset, faults and log.</summary>
internal sealed class ControlSurface(SandboxServer server, FaultPlan faults)
{
    private const string Prefix = "/__sandbox/";

    public static bool Handles(string path) => path.StartsWith(Prefix, StringComparison.Ordinal);

    public Answer Handle(SandboxRequest request)
    {
        switch (request.Method, request.Path[Prefix.Length..])
        {
            case ("POST", "reset"):
                server.Reset();
                return Answer.Empty;
            case ("POST", "faults"):
                return SetFaults(request.Body);
            case ("GET", "log"):
                return Answer.Json(WriteLog);
            default:
                return Problem(404, "Known: POST reset, POST faults, GET log");
        }
    }

    private Answer SetFaults(ReadOnlyMemory<byte> body)
    {
        try
        {
            faults.Replace(FaultReader.Read(body));
            return Answer.Empty;
        }
        catch (Exception problem) when (problem is JsonException or FormatException)
        {
            return Problem(400, problem.Message);
        }
    }

    private void WriteLog(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var entry in server.Log)
        {
            writer.WriteStartObject();
            writer.WriteString("method", entry.Method);
            writer.WriteString("path", entry.Path);
            writer.WriteString("query", entry.Query);
            writer.WriteNumber("status", entry.Status);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static Answer Problem(int status, string text) =>
        Answer.Json(
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("error", text);
                writer.WriteEndObject();
            },
            status
        );
}
