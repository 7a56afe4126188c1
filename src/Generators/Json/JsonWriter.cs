using System.Globalization;
using System.Text;

namespace ClickUpMcp.Generators.Json;

/// <summary>Writes values back as compact JSON; layout is lost, so that moving text changes no model.</summary>
internal static class JsonWriter
{
    public static string Write(JsonValue value)
    {
        var output = new StringBuilder();
        Write(output, value);
        return output.ToString();
    }

    /// <summary>A string as JSON text.</summary>
    public static string Quote(string text)
    {
        var output = new StringBuilder(text.Length + 2);
        Quote(output, text);
        return output.ToString();
    }

    private static void Write(StringBuilder output, JsonValue value)
    {
        switch (value.Kind)
        {
            case JsonKind.Object:
                WriteAll(output, '{', value.Members, WriteMember, '}');
                break;
            case JsonKind.Array:
                WriteAll(output, '[', value.Items, Write, ']');
                break;
            case JsonKind.String:
                Quote(output, value.Text);
                break;
            case JsonKind.Number:
                output.Append(value.Text);
                break;
            default:
                output.Append(value.Kind.ToString().ToLowerInvariant());
                break;
        }
    }

    private static void WriteMember(StringBuilder output, JsonMember member)
    {
        Quote(output, member.Name);
        output.Append(':');
        Write(output, member.Value);
    }

    private static void WriteAll<T>(
        StringBuilder output,
        char open,
        IReadOnlyList<T> things,
        Action<StringBuilder, T> write,
        char close
    )
    {
        output.Append(open);
        for (int i = 0; i < things.Count; i++)
        {
            if (i > 0)
            {
                output.Append(',');
            }

            write(output, things[i]);
        }

        output.Append(close);
    }

    private static void Quote(StringBuilder output, string text)
    {
        output.Append('"');
        foreach (char c in text)
        {
            if (c is '"' or '\\')
            {
                output.Append('\\').Append(c);
            }
            else if (c < ' ' || c == '\u007f' || char.IsSurrogate(c))
            {
                output.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                output.Append(c);
            }
        }

        output.Append('"');
    }
}
