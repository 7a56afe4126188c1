using System.Text;

namespace ClickUpMcp.Files;

/// <summary>What may be written as a path to a file of this machine.</summary>
internal static class PathText
{
    private const int Longest = 4096;
    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>Whether it is a plain path: of a file, without a step upwards, a device, another machine, an address or a hidden part.</summary>
    public static bool IsPlain(string path) =>
        path.Length is > 0 and <= Longest
        && !path.EnumerateRunes().Any(IsUnfit)
        && !path.StartsWith(@"\\", StringComparison.Ordinal)
        && !path.StartsWith("//", StringComparison.Ordinal)
        && path[0] != '~'
        && !Separators.Contains(path[^1])
        && !HasColon(path)
        && !path.Split(Separators).Any(static part => part.Trim() is ".." or ".");

    // A colon starts a second stream of a file on Windows and names a scheme everywhere; a drive has the only good one.
    private static bool HasColon(string path)
    {
        int colon = path.IndexOf(':', StringComparison.Ordinal);
        bool isDrive = colon == 1 && OperatingSystem.IsWindows() && char.IsAsciiLetter(path[0]);
        return colon >= 0 && (!isDrive || path.IndexOf(':', 2) >= 0);
    }

    // Half a surrogate pair comes as the replacement character, which no name of ours is looked for by.
    private static bool IsUnfit(Rune rune) => Rune.IsControl(rune) || rune == Rune.ReplacementChar;
}
