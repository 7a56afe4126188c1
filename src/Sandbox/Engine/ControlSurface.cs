using System.Text.Json;
using ClickUpMcp.Sandbox.Faults;

namespace ClickUpMcp.Sandbox.Engine;

/// <summary>The sandbox's own switches beside the API: reset, faults, log and the bytes of attachments.</summary>
internal sealed class ControlSurface(SandboxServer server, FaultPlan faults)
{
    private const string Prefix = "/__sandbox/";
    private const string Attachments = "attachments/";

    public static bool Handles(string path) => path.StartsWith(Prefix, StringComparison.Ordinal);

    public ApiResponse Handle(SandboxRequest request)
    {
        switch (request.Method, request.Path[Prefix.Length..])
        {
            case ("POST", "reset"):
                server.Reset();
                return ApiResponse.Empty;
            case ("POST", "faults"):
                return SetFaults(request.Body);
            case ("GET", "log"):
                return ApiResponse.Json(WriteLog);
            case ("GET", { } path) when path.StartsWith(Attachments, StringComparison.Ordinal):
                return server.FindAttachment(path[Attachments.Length..]) is { } content
                    ? new ApiResponse(200, "application/octet-stream", content)
                    : Problem(404, "No such attachment");
            default:
                return Problem(404, "Known: POST reset, POST faults, GET log, GET attachments/<id>");
        }
    }

    private ApiResponse SetFaults(ReadOnlyMemory<byte> body)
    {
        try
        {
            faults.Replace(FaultReader.Read(body));
            return ApiResponse.Empty;
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
            writer.WriteBoolean("authorized", entry.IsAuthorized);
            writer.WriteNumber("at", entry.At.ToUnixTimeMilliseconds());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static ApiResponse Problem(int status, string text) =>
        ApiResponse.Json(
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("error", text);
                writer.WriteEndObject();
            },
            status
        );
}
