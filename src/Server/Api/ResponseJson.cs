using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace ClickUpMcp.Api;

/// <summary>Parses a body so that every later reader can read all of it.</summary>
internal static class ResponseJson
{
    /// <summary>The one JSON value in valid UTF-8 that the bytes are, else null; unpaired surrogate escapes are replaced in place.</summary>
    /// <remarks>
    /// JavaScript writes a text that was cut inside an emoji as <c>"\ud83d"</c>: legal JSON that
    /// <see cref="JsonElement.GetString"/> throws on. One such title must not make a whole list unreadable.
    /// </remarks>
    /// <param name="json">The bytes.</param>
    /// <param name="copies">Whether the document keeps a copy, in a rented array that it gives back, instead of these bytes.</param>
    public static JsonDocument? Parse(Memory<byte> json, bool copies = false)
    {
        if (!Utf8.IsValid(json.Span))
        {
            return null;
        }

        RepairSurrogates(json.Span);
        try
        {
            // Of a sequence of more than one piece the document makes such a copy.
            return copies ? JsonDocument.Parse(SplitSequence.Of(json)) : JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void RepairSurrogates(Span<byte> json)
    {
        for (int i = 0; json[i..].IndexOf((byte)'\\') is var offset and >= 0; )
        {
            i += offset;
            int unit = UnitAt(json, i);
            if (unit is >= 0xD800 and <= 0xDBFF && UnitAt(json, i + 6) is >= 0xDC00 and <= 0xDFFF)
            {
                i += 12;
            }
            else
            {
                if (unit is >= 0xD800 and <= 0xDFFF)
                {
                    "\\ufffd"u8.CopyTo(json[i..]);
                }

                i = Math.Min(i + 2, json.Length);
            }
        }
    }

    /// <summary>The UTF-16 unit of the <c>\uXXXX</c> escape at <paramref name="index"/>; -1 when there is none.</summary>
    private static int UnitAt(ReadOnlySpan<byte> json, int index) =>
        index + 6 <= json.Length
        && json[index] == '\\'
        && json[index + 1] == 'u'
        && int.TryParse(
            json.Slice(index + 2, 4),
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out int unit
        )
            ? unit
            : -1;
}
