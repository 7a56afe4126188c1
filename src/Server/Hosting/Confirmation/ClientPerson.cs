using System.Buffers;
using System.Text.Json;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Hosting;

/// <summary>The person behind an MCP client, asked by elicitation: with a request of ours, or of a modern client with a result that needs input.</summary>
/// <param name="request">The call.</param>
internal sealed class ClientPerson(McpRequest request) : ICallPerson
{
    private const string Method = "elicitation/create";
    private const string Key = "confirmation";
    private const string Answer = "confirm";

    private JsonElement? _parameters;

    public PersonReach Reach =>
        !request.Client.Capabilities.HasFlag(ClientCapabilities.ElicitationForm) ? PersonReach.None
        : request.Client.IsModern ? PersonReach.Returning
        : request.Client.CanBeAsked ? PersonReach.Waiting
        : PersonReach.None;

    public string? State =>
        Parameters.TryGetProperty("requestState", out JsonElement state)
            ? state.ValueKind == JsonValueKind.String
                ? state.GetString()
                : string.Empty
            : null;

    public PersonReply Reply =>
        Parameters.TryGetProperty("inputResponses", out JsonElement responses)
        && responses.ValueKind == JsonValueKind.Object
        && responses.TryGetProperty(Key, out JsonElement response)
            ? Read(response)
            : PersonReply.Missing;

    private JsonElement Parameters => _parameters ??= JsonElement.Parse(request.Parameters.Span);

    public async Task<PersonReply?> AskAsync(string question, CancellationToken cancellationToken)
    {
        ClientResponse response;
        try
        {
            response = await request.Client.AskAsync(
                Method,
                Write(writer => WriteForm(writer, question, hasMode: false)),
                cancellationToken
            );
        }
        catch (ClientUnreachableException)
        {
            return null;
        }

        return response.IsError ? PersonReply.Cancelled : Read(JsonElement.Parse(response.Json.Span));
    }

    /// <summary>The members of the result by which a modern client is asked.</summary>
    public static MethodResult Ask(NeededConfirmation needed)
    {
        ReadOnlyMemory<byte> result = Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("inputRequests");
            writer.WriteStartObject(Key);
            writer.WriteString("method", Method);
            writer.WritePropertyName("params");
            WriteForm(writer, needed.Question, hasMode: true);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteString("requestState", needed.State);
            writer.WriteEndObject();
        });
        return MethodResult.InputRequired(result[1..^1]);
    }

    /// <remarks>Only a plain yes in the form is one: some clients accept whatever they are asked.</remarks>
    private static PersonReply Read(JsonElement response)
    {
        if (
            response.ValueKind != JsonValueKind.Object
            || !response.TryGetProperty("action", out JsonElement action)
            || action.ValueKind != JsonValueKind.String
        )
        {
            return PersonReply.Cancelled;
        }

        return action.GetString() switch
        {
            "accept" when IsYes(response) => PersonReply.Confirmed,
            "accept" or "decline" => PersonReply.Declined,
            _ => PersonReply.Cancelled,
        };
    }

    private static bool IsYes(JsonElement response) =>
        response.TryGetProperty("content", out JsonElement content)
        && content.ValueKind == JsonValueKind.Object
        && content.TryGetProperty(Answer, out JsonElement answer)
        && answer.ValueKind == JsonValueKind.True;

    /// <remarks>The older revisions know no mode.</remarks>
    private static void WriteForm(Utf8JsonWriter writer, string question, bool hasMode)
    {
        writer.WriteStartObject();
        if (hasMode)
        {
            writer.WriteString("mode", "form");
        }

        writer.WriteString("message", question);
        writer.WriteStartObject("requestedSchema");
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        writer.WriteStartObject(Answer);
        writer.WriteString("type", "boolean");
        writer.WriteString("title", "Do it");
        writer.WriteString("description", "Yes: send these requests to ClickUp. No: change nothing.");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteStartArray("required");
        writer.WriteStringValue(Answer);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            write(writer);
        }

        return buffer.WrittenMemory;
    }
}
