using System.Text.Json;

namespace ClickUpMcp.Api;

/// <summary>What an error answer's body says, as far as it can be read.</summary>
/// <param name="Code">The ECODE; null when there is none in a plausible form.</param>
/// <param name="Text">The first of <c>err</c>, <c>error</c>, <c>message</c>; null when there is none.</param>
internal readonly record struct ApiErrorBody(string? Code, string? Text)
{
    // Error bodies are a few hundred bytes; whatever is larger is a page of a gateway.
    private const int MaxBytes = 64 * 1024;

    /// <summary>Reads the top-level members of a v2 or v3 error; never throws, whatever the bytes are.</summary>
    public static ApiErrorBody Read(ReadOnlySpan<byte> body)
    {
        string? code = null;
        string? err = null;
        string? error = null;
        string? message = null;
        try
        {
            Utf8JsonReader reader = new(body[..Math.Min(body.Length, MaxBytes)]);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return default;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string name = reader.GetString()!;
                reader.Read();
                string? value = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                reader.Skip();
                switch (name)
                {
                    case "ECODE":
                        code = value;
                        break;
                    case "err":
                        err = value;
                        break;
                    case "error":
                        error = value;
                        break;
                    case "message":
                        message = value;
                        break;
                    default:
                        break;
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Cut off, or no valid text in it: what was read before that still counts.
        }

        return new ApiErrorBody(IsCode(code) ? code : null, err ?? error ?? message);
    }

    private static bool IsCode(string? code) =>
        code is { Length: > 0 and <= 40 }
        && code.All(static c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_');
}
