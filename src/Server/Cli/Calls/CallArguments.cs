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
            ["-"] => Checked(ReadAll(input.Value)),
            [var file] when file.StartsWith('@') => Checked(ReadFile(file[1..])),
            [var json] when json.TrimStart().StartsWith('{') => Checked(Encoding.UTF8.GetBytes(json)),
            _ => Written(words),
        };

    private static byte[] ReadAll(Stream input)
    {
        using MemoryStream copy = new();
        input.CopyTo(copy);
        return copy.ToArray();
    }

    private static byte[] ReadFile(string path)
    {
        try
        {
            return Encoding.UTF8.GetBytes(SettingFile.ReadText(path, out _));
        }
        catch (SettingFileException e)
        {
            throw new UnusableException($"What follows @ must be {e.Message}.");
        }
    }

    private static byte[] Checked(byte[] json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? json
                : throw new OptionsException("The tool's arguments must be a JSON object.");
        }
        catch (JsonException)
        {
            throw new OptionsException("The tool's arguments are not valid JSON.");
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
