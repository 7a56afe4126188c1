using System.Buffers;
using System.Text.Json;
using ClickUpMcp.Hosting;

namespace ClickUpMcp.Cli;

/// <summary>One argument of a call as a word of the command line.</summary>
/// <param name="Name">The argument's name.</param>
/// <param name="Value">Its value.</param>
/// <param name="IsJson">Whether the value is JSON; else it is text, which a tool converts to the type it declares.</param>
internal readonly record struct CallWord(string Name, string Value, bool IsJson)
{
    private static readonly SearchValues<char> Names = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
    );

    /// <summary>What shells take as it stands.</summary>
    public static readonly SearchValues<char> Plain = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_=:-+./,@%"
    );

    /// <summary>The word that <see cref="Read"/> reads as this value.</summary>
    public static CallWord For(string name, JsonElement value) =>
        value.ValueKind == JsonValueKind.String
            ? new(name, value.GetString()!, IsJson: false)
            : new(name, value.GetRawText(), IsJson: true);

    /// <exception cref="OptionsException">It has another form, or its JSON is not valid.</exception>
    public static CallWord Read(string word)
    {
        int equals = word.IndexOf('=', StringComparison.Ordinal);
        bool isJson = equals > 0 && word[equals - 1] == ':';
        string name = equals < 0 ? string.Empty : word[..(isJson ? equals - 1 : equals)];
        if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(Names))
        {
            throw new OptionsException(
                $"\"{word}\" is no argument of a tool: write name=text, name:=json, a JSON object, @file, or - for standard input."
            );
        }

        CallWord read = new(name, word[(equals + 1)..], isJson);
        return !isJson || IsValid(read.Value)
            ? read
            : throw new OptionsException($"What follows {name}:= is not valid JSON; for a text write {name}=text.");
    }

    public override string ToString() => $"{Name}{(IsJson ? ":=" : "=")}{Value}";

    public void WriteTo(Utf8JsonWriter writer)
    {
        if (IsJson)
        {
            writer.WriteRawValue(Value);
        }
        else
        {
            writer.WriteStringValue(Value);
        }
    }

    private static bool IsValid(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
