using System.Text;

namespace ClickUpMcp.Api;

/// <summary>Names of files to upload.</summary>
internal static class FileName
{
    private const int MaximumLength = 200;

    /// <summary>The name without folders, control characters and what looks like a relative path; null when nothing is left.</summary>
    public static string? Clean(string name)
    {
        string last = name[(name.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
        StringBuilder clean = new();
        foreach (Rune rune in last.EnumerateRunes())
        {
            if (!Rune.IsControl(rune) && clean.Length < MaximumLength)
            {
                clean.Append(rune.ToString());
            }
        }

        string result = clean.ToString().Trim();
        return result.Trim('.', ' ').Length == 0 ? null : result;
    }
}
