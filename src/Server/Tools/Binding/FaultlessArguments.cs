using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Binding;

/// <summary>What is left of a call's arguments without those that have errors.</summary>
internal static class FaultlessArguments
{
    /// <summary>The other arguments; null when an error is about no single one, or when none is left.</summary>
    public static JsonElement? Of(JsonElement arguments, ArgumentErrors errors)
    {
        if (arguments.ValueKind != JsonValueKind.Object || errors.Count > errors.Errors.Count)
        {
            return null;
        }

        HashSet<string> faulty = [.. errors.Errors.Select(static error => NameOf(error.Path))];
        if (faulty.Contains(string.Empty))
        {
            return null;
        }

        ArrayBufferWriter<byte> buffer = new();
        bool isEmpty = true;
        using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartObject();
            foreach (JsonProperty member in arguments.EnumerateObject())
            {
                // A name that is half a surrogate pair can be read only so, and a value that holds one be copied only as it is.
                string name = JsonText.Name(member);
                if (!faulty.Contains(name))
                {
                    isEmpty = false;
                    writer.WritePropertyName(name);
                    writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(member.Value), skipInputValidation: true);
                }
            }

            writer.WriteEndObject();
        }

        return isEmpty ? null : JsonElement.Parse(buffer.WrittenSpan);
    }

    private static string NameOf(string path)
    {
        int end = path.AsSpan().IndexOfAny('.', '[');
        return end < 0 ? path : path[..end];
    }
}
