using System.Text.Json;
using ClickUpMcp.Driver;

namespace ClickUpMcp.Tests.Parity;

/// <summary>What real clients sent, as recorded; read where it is at hand and not part of this repository.</summary>
internal static class RecordedSequences
{
    /// <summary>Names another file than the usual one.</summary>
    public const string Variable = "CLICKUP_MCP_CLIENT_MESSAGES";

    /// <summary>One sequence for each recorded connection; null where the recording is not at hand.</summary>
    public static IReadOnlyList<ParitySequence>? Read()
    {
        string file = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } chosen
            ? chosen
            : Repository.At("..", "shared", "mcp", "client-messages.jsonl");
        if (!File.Exists(file))
        {
            return null;
        }

        List<List<JsonElement>> connections = [];
        foreach (JsonElement line in File.ReadLines(file).Select(static line => JsonElement.Parse(line)))
        {
            if (line.GetProperty("seq").GetInt32() == 0)
            {
                connections.Add([]);
            }

            connections[^1].Add(line);
        }

        return [.. connections.Select(Of).Where(static sequence => sequence.Steps.Count > 0)];
    }

    private static ParitySequence Of(List<JsonElement> connection, int index) =>
        new(
            $"recording {index} of {connection[0].GetProperty("client").GetString()}",
            [
                .. connection
                    .Select(static line => line.GetProperty("message"))
                    // What is no message asks for a stream, for metadata or for tokens.
                    .Where(static message =>
                        message.ValueKind == JsonValueKind.Object && message.TryGetProperty("jsonrpc", out _)
                    )
                    .Select(static message => ParityStep.Ask(message.GetRawText())),
            ]
        )
        {
            Client = connection[0].GetProperty("client").GetString()!,
        };
}
