using System.Text;
using System.Text.Json;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Conformance;

/// <summary>What fixtures ask modern clients for, and how they read the responses.</summary>
internal static class Inputs
{
    public static string Form(string message, string property, string type = "string") =>
        Request(
            "elicitation/create",
            $$$"""{"mode":"form","message":{{{Results.Quote(message)}}},"requestedSchema":{"type":"object","properties":{"{{{property}}}":{"type":"{{{type}}}"}},"required":["{{{property}}}"]}}"""
        );

    public static string Sample(string question, int maximumTokens) =>
        Request("sampling/createMessage", Sampling(question, maximumTokens));

    public static string Roots() => Request("roots/list", "{}");

    /// <summary>The parameters of a question to the client's model.</summary>
    public static string Sampling(string question, int maximumTokens) =>
        $$"""{"messages":[{"role":"user","content":{{Results.TextBlock(question)}}}],"maxTokens":{{maximumTokens}}}""";

    /// <summary>Asks for inputs.</summary>
    public static MethodResult Need(params (string Key, string Request)[] requests) => Need(null, requests);

    /// <summary>Asks for inputs, with a state that comes back with them.</summary>
    public static MethodResult Need(string? state, params (string Key, string Request)[] requests)
    {
        string members = string.Join(',', requests.Select(pair => $"\"{pair.Key}\":{pair.Request}"));
        string sealedState = state is null ? "" : $",\"requestState\":\"{SealedState.Seal(state)}\"";
        return MethodResult.InputRequired(
            Encoding.UTF8.GetBytes(
                $$"""
                "inputRequests":{{{members}}}{{sealedState}}
                """
            )
        );
    }

    /// <summary>The response of that key; null when there is none.</summary>
    public static JsonElement? Response(McpRequest request, string key)
    {
        JsonElement parameters = JsonElement.Parse(request.Parameters.Span);
        return
            parameters.TryGetProperty("inputResponses", out JsonElement responses)
            && responses.ValueKind == JsonValueKind.Object
            && responses.TryGetProperty(key, out JsonElement response)
            && response.ValueKind == JsonValueKind.Object
            ? response
            : null;
    }

    /// <summary>The accepted response to a form; null when there is none.</summary>
    public static JsonElement? Accepted(McpRequest request, string key) =>
        Response(request, key) is { } response
        && response.TryGetProperty("action", out JsonElement action)
        && action.ValueKind == JsonValueKind.String
        && action.GetString() == "accept"
            ? response
            : null;

    /// <summary>The state that came back; null when none did.</summary>
    public static string? State(McpRequest request) =>
        JsonElement.Parse(request.Parameters.Span).TryGetProperty("requestState", out JsonElement state)
        && state.ValueKind == JsonValueKind.String
            ? state.GetString()
            : null;

    private static string Request(string method, string parameters) =>
        $$"""{"method":"{{method}}","params":{{parameters}}}""";
}
