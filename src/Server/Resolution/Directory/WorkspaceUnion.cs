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
        return responses[0].With(body.WrittenMemory);
    }

    /// <summary>What a token was told, without the workspaces that are not among these.</summary>
    /// <param name="response">What it was told.</param>
    /// <param name="allowed">The ids of those that stay.</param>
    /// <param name="leftOut">Whether there were others.</param>
    public static ClickUpResponse Only(ClickUpResponse response, IReadOnlyList<string> allowed, out bool leftOut)
    {
        ArrayBufferWriter<byte> body = new();
        using Utf8JsonWriter json = new(body);
        using JsonDocument document = JsonLenient.Parse(response);
        leftOut = false;
        json.WriteStartObject();
        json.WriteStartArray("teams");
        foreach (JsonElement team in document.RootElement.Items("teams"))
        {
            if (allowed.Contains(team.Text("id")))
            {
                team.WriteTo(json);
            }
            else
            {
                leftOut = true;
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return response.With(body.WrittenMemory);
    }
}
