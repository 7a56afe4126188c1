using System.Text.Json;

namespace ClickUpMcp.Sandbox.Rendering;

/// <summary>Members that ClickUp writes in its own way.</summary>
internal static class JsonWriting
{
    /// <summary>A Unix time in milliseconds as a string, or null.</summary>
    public static void WriteMoment(this Utf8JsonWriter writer, string name, long? moment) =>
        writer.WriteString(name, moment?.ToString());

    public static void WriteNullable(this Utf8JsonWriter writer, string name, double? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    public static void WriteList<T>(
        this Utf8JsonWriter writer,
        string name,
        IEnumerable<T> items,
        Action<Utf8JsonWriter, T> write
    )
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
    }
}
