using System.Text.Json;

namespace ClickUpMcp.Api;

/// <summary>What an error's body says, as far as it can be read.</summary>
/// <param name="Code">The API's code; null when there is none in a plausible form.</param>
/// <param name="Text">Its own words; null when there are none.</param>
internal readonly record struct ApiErrorBody(string? Code, string? Text)
{
    // Error bodies are a few hundred bytes; whatever is larger is a page of a gateway.
    private const int MaxBytes = 64 * 1024;

    // What stands beside an error's code and words, and is nothing that anyone asked for.
    private static readonly string[] Besides = ["status", "code", "trace_id", "timestamp", "details"];

    // Larger bodies of successes are not looked through.
    private const int MostBytesOfError = 2048;

    /// <summary>Reads what stands where the dialect says; never throws, whatever the bytes are.</summary>
    public static ApiErrorBody Read(ReadOnlySpan<byte> body, UpstreamDialect dialect)
    {
        Dictionary<string, string?> found = dialect
            .ErrorCodes.Concat(dialect.ErrorMessages)
            .Distinct()
            .ToDictionary(static path => path, static _ => (string?)null);
        try
        {
            Collect(body[..Math.Min(body.Length, MaxBytes)], found);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Cut off, or no valid text in it: what was read before that still counts.
        }

        return new ApiErrorBody(
            dialect.ErrorCodes.Select(path => found[path]).FirstOrDefault(IsCode),
            dialect.ErrorMessages.Select(path => found[path]).FirstOrDefault(static text => text is not null)
        );
    }

    /// <summary>Whether a body is an error although its status calls it a success: it has a code, or nothing but what errors have.</summary>
    public static bool IsError(ReadOnlySpan<byte> body, UpstreamDialect dialect)
    {
        ReadOnlySpan<byte> text = body.TrimStart(" \t\r\n"u8);
        if (text.Length > MostBytesOfError || !text.StartsWith("{"u8))
        {
            return false;
        }

        ApiErrorBody read = Read(text, dialect);
        return read.Code is not null || (read.Text is not null && HasNothingElse(text, dialect));
    }

    private static bool HasNothingElse(ReadOnlySpan<byte> body, UpstreamDialect dialect)
    {
        HashSet<string> known =
        [
            .. Besides,
            .. dialect.ErrorCodes.Concat(dialect.ErrorMessages).Select(static path => path.Split('.')[0]),
        ];
        try
        {
            Utf8JsonReader reader = new(body);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (!known.Contains(reader.GetString()!))
                {
                    return false;
                }

                reader.Read();
                reader.Skip();
            }

            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static void Collect(ReadOnlySpan<byte> body, Dictionary<string, string?> found)
    {
        Utf8JsonReader reader = new(body);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return;
        }

        List<string> path = [];
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                if (path.Count == 0)
                {
                    return;
                }

                path.RemoveAt(path.Count - 1);
                continue;
            }

            path.Add(reader.GetString()!);
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                continue;
            }

            string key = string.Join('.', path);
            if (found.ContainsKey(key))
            {
                found[key] = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            }

            reader.Skip();
            path.RemoveAt(path.Count - 1);
        }
    }

    private static bool IsCode(string? code) =>
        code is { Length: > 0 and <= 40 }
        && code.All(static c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_');
}
