using System.Buffers;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Hosting;

namespace ClickUpMcp.Cli;

/// <summary>Reads a tool's arguments from a command line: <c>key=text</c>, <c>key:=json</c>, a JSON object, <c>@file</c>, or <c>-</c>.</summary>
internal static class CallArguments
{
    /// <summary>The arguments as a JSON object.</summary>
    /// <param name="words">What stands after the tool's name.</param>
    /// <param name="input">What <c>-</c> reads.</param>
    /// <exception cref="OptionsException">They are in none of these forms.</exception>
    public static byte[] Read(IReadOnlyList<string> words, Lazy<Stream> input) =>
        words switch
        {
            [] => [.. "{}"u8],
            ["-"] => Checked(ReadAll(input.Value), "Standard input"),
            [var file] when file.StartsWith('@') => Checked(ReadFile(file), file),
            [var json] when json.TrimStart().StartsWith('{') => Checked(
                Encoding.UTF8.GetBytes(json),
                "The argument of the tool"
            ),
            _ => Written(words),
        };

    private static byte[] ReadAll(Stream input)
    {
        using MemoryStream copy = new();
        input.CopyTo(copy);
        return copy.ToArray();
    }

    private static byte[] ReadFile(string word)
    {
        try
        {
            return Encoding.UTF8.GetBytes(SettingFile.ReadText(word[1..], out _));
        }
        catch (SettingFileException e)
        {
            throw new UnusableException($"{word} must name {e.Message}.");
        }
    }

    /// <param name="source">Where it comes from, to begin a sentence.</param>
    private static byte[] Checked(byte[] json, string source)
    {
        if (json.Length == 0)
        {
            throw new OptionsException($"{source} is empty; a JSON object with the tool's arguments was expected.");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? json
                : throw new OptionsException($"{source} must be a JSON object with the tool's arguments.");
        }
        catch (JsonException e)
        {
            throw new OptionsException($"{source} is not valid JSON ({LineAndColumn.Of(e)}).");
        }
    }

    private static byte[] Written(IReadOnlyList<string> words)
    {
        ArrayBufferWriter<byte> json = new();
        using (Utf8JsonWriter writer = new(json))
        {
            writer.WriteStartObject();
            foreach (IGrouping<string, CallWord> argument in words.Select(CallWord.Read).GroupBy(static w => w.Name))
            {
                writer.WritePropertyName(argument.Key);
                Write(writer, [.. argument]);
            }

            writer.WriteEndObject();
        }

        return json.WrittenSpan.ToArray();
    }

    // What is said several times is a list, as in tags=a tags=b.
    private static void Write(Utf8JsonWriter writer, CallWord[] values)
    {
        if (values is [var only])
        {
            only.WriteTo(writer);
            return;
        }

        writer.WriteStartArray();
        foreach (CallWord value in values)
        {
            value.WriteTo(writer);
        }

        writer.WriteEndArray();
    }
}
