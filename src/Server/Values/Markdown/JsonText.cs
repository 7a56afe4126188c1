using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace ClickUpMcp.Values;

/// <summary>Reads JSON strings that the framework refuses: those with half a surrogate pair, which JSON allows.</summary>
internal static class JsonText
{
    /// <summary>The string's UTF-16 text, with lone surrogates kept.</summary>
    public static string Read(JsonElement element)
    {
        ReadOnlySpan<byte> raw = JsonMarshal.GetRawUtf8Value(element)[1..^1];
        return raw.Contains((byte)'\\') ? Unescape(Encoding.UTF8.GetString(raw)) : Encoding.UTF8.GetString(raw);
    }

    /// <summary>The member's name; one that is not well-formed Unicode becomes U+FFFD, which no known name is.</summary>
    public static string Name(JsonProperty property) => WellFormedName(property) ?? "\uFFFD";

    /// <summary>The member's name; null when it is not well-formed Unicode.</summary>
    public static string? WellFormedName(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Finds a member of an object by its name, among names of which some are not well-formed Unicode; of several the last.</summary>
    public static bool TryFind(JsonElement parent, string name, out JsonElement value)
    {
        value = default;
        bool isThere = false;
        foreach (JsonProperty member in parent.EnumerateObject())
        {
            if (Name(member) == name)
            {
                (value, isThere) = (member.Value, true);
            }
        }

        return isThere;
    }

    /// <summary>The text with each lone surrogate replaced by U+FFFD, so that it can be written as UTF-8.</summary>
    public static string WellFormed(string text)
    {
        if (!HasLoneSurrogate(text))
        {
            return text;
        }

        StringBuilder result = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            result.Append(rune.ToString());
        }

        return result.ToString();
    }

    /// <summary>Whether some surrogate stands without its other half.</summary>
    public static bool HasLoneSurrogate(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
            {
                return true;
            }

            i++;
        }

        return false;
    }

    /// <summary>Length of a JSON string in Unicode code points, as JSON Schema counts, without making its text; a lone surrogate is one.</summary>
    public static int CodePoints(JsonElement element)
    {
        ReadOnlySpan<byte> raw = JsonMarshal.GetRawUtf8Value(element)[1..^1];
        int count = 0;
        bool isHalf = false;
        while (!raw.IsEmpty)
        {
            bool isUnit = raw.StartsWith("\\u"u8);
            char unit = isUnit ? (char)ushort.Parse(raw[2..6], NumberStyles.AllowHexSpecifier) : default;
            bool isContinued = isUnit ? isHalf && char.IsLowSurrogate(unit) : (raw[0] & 0xC0) == 0x80;
            count += isContinued ? 0 : 1;
            isHalf = !isContinued && char.IsHighSurrogate(unit);
            raw = raw[
                (
                    isUnit ? 6
                    : raw[0] == (byte)'\\' ? 2
                    : 1
                )..
            ];
        }

        return count;
    }

    private static string Unescape(string escaped)
    {
        StringBuilder result = new(escaped.Length);
        for (int i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\')
            {
                result.Append(escaped[i]);
                continue;
            }

            i++;
            if (escaped[i] == 'u')
            {
                result.Append((char)ushort.Parse(escaped.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier));
                i += 4;
                continue;
            }

            result.Append(
                escaped[i] switch
                {
                    'b' => '\b',
                    'f' => '\f',
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    char same => same,
                }
            );
        }

        return result.ToString();
    }
}
