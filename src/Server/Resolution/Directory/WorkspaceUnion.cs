using System.Buffers;
using System.Text.Json;
using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>The workspaces of several tokens in one response.</summary>
internal static class WorkspaceUnion
{
    /// <param name="responses">What each token was told.</param>
    /// <param name="found">Called for each workspace with the index of the first token that sees it.</param>
    public static ClickUpResponse Of(IReadOnlyList<ClickUpResponse> responses, Action<string, int> found)
    {
        ArrayBufferWriter<byte> body = new();
        using Utf8JsonWriter json = new(body);
        HashSet<string> seen = [];
        json.WriteStartObject();
        json.WriteStartArray("teams");
        for (int account = 0; account < responses.Count; account++)
        {
            using JsonDocument document = JsonLenient.Parse(responses[account]);
            foreach (JsonElement team in document.RootElement.Items("teams"))
            {
                if (team.Text("id") is { } id && seen.Add(id))
                {
                    team.WriteTo(json);
                    found(id, account);
                }
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return responses[0] with { Body = body.WrittenMemory };
    }
}
