using System.Text;

namespace ClickUpMcp.Hosting;

/// <summary>Reads the last line of a file, however long the file is.</summary>
internal static class LastLine
{
    // Longer than any line of the audit.
    private const int Tail = 64 * 1024;

    /// <returns>The line without its end; null when there is none, or it cannot be read.</returns>
    public static string? Of(string path)
    {
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (!file.CanSeek || file.Length == 0)
            {
                return null;
            }

            file.Seek(-Math.Min(Tail, file.Length), SeekOrigin.End);
            using StreamReader reader = new(file, Encoding.UTF8);
            return reader.ReadToEnd().TrimEnd('\r', '\n').Split('\n')[^1];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }
}
