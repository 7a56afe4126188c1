using System.Text;

namespace ClickUpMcp.Text;

/// <summary>The scripts in which a zero-width joiner or non-joiner changes what a person sees.</summary>
/// <remarks>After RFC 5892, appendices A.1 and A.2, by blocks instead of joining types.</remarks>
internal static class JoiningScripts
{
    /// <summary>Whether a joiner or non-joiner between these two shows.</summary>
    public static bool ShowBetween(Rune before, Rune after) =>
        (IsArabic(before) && IsArabic(after)) || (IsIndic(before) && IsIndic(after));

    private static bool IsArabic(Rune rune) =>
        rune.Value is (>= 0x0620 and <= 0x08FF) or (>= 0xFB50 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC);

    // Devanagari to Sinhala, Myanmar and Khmer.
    private static bool IsIndic(Rune rune) =>
        rune.Value is (>= 0x0900 and <= 0x0DFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17D3);
}
