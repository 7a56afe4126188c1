using System.Text;
using System.Text.Json;

namespace ClickUpMcp.Protocol.Messages;

/// <summary>Finds a JSON name in a short list, and sees names that differ only in case.</summary>
/// <remarks>
/// JSON readers disagree about duplicate and case-variant names (CVE-2026-27896), so that a message could mean one
/// thing here and another to a proxy: such messages are refused.
/// </remarks>
internal static class MemberNames
{
    private const int LongestEscapedName = 256;

    /// <summary>The place of the reader's property name or string in <paramref name="names"/>, or -1.</summary>
    /// <param name="reader">A reader that stands on it.</param>
    /// <param name="names">Names in ASCII, separated by spaces.</param>
    /// <param name="exact">False when only the case differs.</param>
    public static int Find(ref Utf8JsonReader reader, ReadOnlySpan<byte> names, out bool exact)
    {
        scoped ReadOnlySpan<byte> name = reader.ValueSpan;
        exact = false;
        if (name.Length > LongestEscapedName)
        {
            return -1;
        }

        if (reader.ValueIsEscaped)
        {
            Span<byte> copy = stackalloc byte[LongestEscapedName];
            name = copy[..reader.CopyString(copy)];
        }

        int index = 0;
        foreach (Range part in names.Split((byte)' '))
        {
            if (Ascii.EqualsIgnoreCase(name, names[part]))
            {
                exact = name.SequenceEqual(names[part]);
                return index;
            }

            index++;
        }

        return -1;
    }
}
