using System.Text.Json;
using ClickUpMcp.Values;

namespace ClickUpMcp.Protocol.Offers;

/// <summary>What a client wants completed.</summary>
/// <param name="IsPrompt">Whether the argument is one of a prompt; else it is a variable of a template.</param>
/// <param name="Subject">The prompt's name, or the template.</param>
/// <param name="Argument">The argument's name.</param>
/// <param name="Value">What was typed so far.</param>
/// <param name="Context">What other arguments are already.</param>
internal sealed record CompletionQuery(
    bool IsPrompt,
    string Subject,
    string Argument,
    string Value,
    IReadOnlyDictionary<string, string> Context
)
{
    /// <summary>Reads the parameters of a request; null when they lack something or it has another type.</summary>
    public static CompletionQuery? Read(ReadOnlyMemory<byte> parameters)
    {
        using var document = JsonDocument.Parse(parameters);
        JsonElement root = document.RootElement;
        bool isWhole =
            root.ValueKind == JsonValueKind.Object
            && JsonText.TryFind(root, "ref", out JsonElement reference)
            && reference.ValueKind == JsonValueKind.Object
            && JsonText.TryFind(root, "argument", out JsonElement argument)
            && argument.ValueKind == JsonValueKind.Object;
        if (!isWhole)
        {
            return null;
        }

        JsonText.TryFind(root, "ref", out JsonElement subject);
        JsonText.TryFind(root, "argument", out JsonElement asked);
        bool isPrompt = Text(subject, "type") == "ref/prompt";
        bool isKnown = isPrompt || Text(subject, "type") == "ref/resource";
        return
            isKnown
            && Text(subject, isPrompt ? "name" : "uri") is { } named
            && Text(asked, "name") is { } name
            && Text(asked, "value") is { Length: <= TextArguments.Longest } value
            ? new CompletionQuery(isPrompt, named, name, value, ContextOf(root))
            : null;
    }

    private static Dictionary<string, string> ContextOf(JsonElement root)
    {
        var context = new Dictionary<string, string>(StringComparer.Ordinal);
        if (
            JsonText.TryFind(root, "context", out JsonElement given)
            && given.ValueKind == JsonValueKind.Object
            && JsonText.TryFind(given, "arguments", out JsonElement arguments)
            && arguments.ValueKind == JsonValueKind.Object
        )
        {
            foreach (JsonProperty argument in arguments.EnumerateObject())
            {
                if (
                    argument.Value.ValueKind == JsonValueKind.String
                    && JsonText.WellFormed(JsonText.Read(argument.Value)) is { Length: <= TextArguments.Longest } value
                    && !string.IsNullOrWhiteSpace(value)
                )
                {
                    context[JsonText.Name(argument)] = value;
                }
            }
        }

        return context;
    }

    private static string? Text(JsonElement parent, string name) =>
        JsonText.TryFind(parent, name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? JsonText.WellFormed(JsonText.Read(value))
            : null;
}
