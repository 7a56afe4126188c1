using System.Text.Json;
using ClickUpMcp.Hosting.Http;

namespace ClickUpMcp.Hosting;

/// <summary>Reads the optional configuration file: one JSON object whose members are settings.</summary>
internal static class ConfigFile
{
    /// <summary>Applies a file's settings.</summary>
    /// <exception cref="OptionsException">The file cannot be read or says something that cannot be.</exception>
    public static void Apply(string path, ServerOptions options)
    {
        try
        {
            Apply(SettingFile.Read(path, options, "--config"), options);
        }
        catch (SettingFileException e)
        {
            throw new UnusableException($"The configuration file {path} must be {e.Message}.");
        }
        catch (JsonException e)
        {
            throw new OptionsException($"The configuration file {path} is not valid JSON ({LineAndColumn.Of(e)}).");
        }
        catch (InvalidOperationException)
        {
            throw new OptionsException($"The configuration file {path} is not valid JSON.");
        }
    }

    /// <summary>The keys of a file that has been applied.</summary>
    public static IReadOnlySet<string> KeysOf(string path)
    {
        using JsonDocument file = JsonDocument.Parse(SettingFile.ReadText(path, out _));
        return file.RootElement.EnumerateObject().Select(static member => member.Name).ToHashSet();
    }

    /// <summary>Applies settings given as UTF-8 JSON.</summary>
    public static void Apply(ReadOnlySpan<byte> json, ServerOptions options)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new OptionsException("The configuration file must be one JSON object.");
        }

        var seen = new HashSet<string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = reader.GetString()!;
            LineAndColumn place = LineAndColumn.Of(json, (int)reader.TokenStartIndex);
            reader.Read();
            if (key == "$schema")
            {
                reader.Skip();
                continue;
            }

            Setting setting =
                Settings.All.FirstOrDefault(candidate => candidate.Key == key)
                ?? HttpSettings.All.FirstOrDefault(candidate => candidate.Key == key)
                ?? throw new OptionsException(
                    $"The configuration file has an unknown key \"{key}\" ({place})."
                        + Suggestion.For(key, Settings.All.Concat(HttpSettings.All).Select(candidate => candidate.Key))
                );
            if (!seen.Add(key))
            {
                throw new OptionsException($"The configuration file has the key \"{key}\" twice ({place}).");
            }

            OptionsLoader.Apply(
                setting,
                Value(ref reader, key),
                options,
                $"\"{key}\" in the configuration file ({place})"
            );
        }

        reader.Read();
    }

    private static string Value(ref Utf8JsonReader reader, string key) =>
        reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString()!,
            JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            JsonTokenType.StartArray => Items(ref reader, key),
            _ => throw Wrong(key),
        };

    private static string Items(ref Utf8JsonReader reader, string key)
    {
        var items = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw Wrong(key));
        }

        return string.Join(',', items);
    }

    private static OptionsException Wrong(string key) =>
        new($"\"{key}\" in the configuration file must be a string, number, boolean or array of strings.");
}
