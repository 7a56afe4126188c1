using System.Text;
using ClickUpMcp.Text;

namespace ClickUpMcp.Files;

/// <summary>Makes a name that others wrote the name of a new file, which every system takes and none reads as anything else.</summary>
internal static class SafeFileName
{
    private const string Nameless = "attachment";
    private const char Placeholder = '_';

    // File systems take 255 bytes; what is left is for a number.
    private const int MostBytes = 200;
    private const int LongestEnding = 20;

    // What separates paths, starts streams, drives and patterns, or is quoted in shells.
    private const string Unfit = "/\\:*?\"<>|";

    private static readonly string[] Devices =
    [
        "CON",
        "PRN",
        "AUX",
        "NUL",
        "CONIN$",
        "CONOUT$",
        "CLOCK$",
        .. "0123456789\u00B9\u00B2\u00B3".SelectMany(static digit => new[] { $"COM{digit}", $"LPT{digit}" }),
    ];

    /// <summary>The name of the file: one part of a path, not hidden, no device, not too long.</summary>
    public static string Of(string title)
    {
        StringBuilder name = new();
        foreach (Rune rune in OutputSanitizer.VisibleLine(title).EnumerateRunes())
        {
            bool isFit =
                !Rune.IsControl(rune)
                && rune != Rune.ReplacementChar
                && !(rune.IsBmp && Unfit.Contains((char)rune.Value, StringComparison.Ordinal))
                && !IsLikeSeparator(rune);
            name.Append(isFit ? rune.ToString() : Placeholder.ToString());
        }

        // Windows drops dots and spaces at the end; in front a dot hides, a tilde is a home and a dash an option.
        string plain = Cut(name.ToString().TrimStart(' ', '.', '~', '-').TrimEnd(' ', '.'));
        return plain.Length == 0 ? Nameless
            : IsDevice(plain) ? Placeholder + plain
            : plain;
    }

    /// <summary>The name with a number before its ending.</summary>
    public static string Numbered(string name, int number)
    {
        string ending = EndingOf(name);
        return $"{name[..^ending.Length]} ({number}){ending}";
    }

    private static string Cut(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= MostBytes)
        {
            return name;
        }

        string ending = EndingOf(name);
        StringBuilder start = new();
        int room = MostBytes - Encoding.UTF8.GetByteCount(ending);
        foreach (Rune rune in name[..^ending.Length].EnumerateRunes())
        {
            room -= rune.Utf8SequenceLength;
            if (room < 0)
            {
                break;
            }

            start.Append(rune.ToString());
        }

        return $"{start.ToString().TrimEnd(' ', '.')}{ending}";
    }

    private static string EndingOf(string name) =>
        Path.GetExtension(name) is { Length: <= LongestEnding } ending && ending.Length < name.Length ? ending : "";

    private static bool IsDevice(string name)
    {
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        string first = (dot < 0 ? name : name[..dot]).TrimEnd(' ');
        return Devices.Contains(first, StringComparer.OrdinalIgnoreCase);
    }

    // Older encodings of Windows turn these into separators and dots.
    private static bool IsLikeSeparator(Rune rune) => rune.Value is 0x2044 or 0x2215 or 0x29F8 or 0xFF0F or 0xFF3C;
}
