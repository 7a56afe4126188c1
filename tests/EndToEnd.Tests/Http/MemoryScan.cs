using System.Globalization;
using System.Text;

namespace EndToEnd.Tests.Http;

/// <summary>Looks for a text in all the memory of another process, as whoever takes its core dump could.</summary>
internal static class MemoryScan
{
    private const int Piece = 1 << 20;

    /// <summary>How often the text is there, in UTF-8 and in UTF-16.</summary>
    /// <exception cref="UnauthorizedAccessException">This machine does not let one process read another.</exception>
    public static (int Utf8, int Utf16) Count(int processId, string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        byte[] utf16 = Encoding.Unicode.GetBytes(text);
        var (inUtf8, inUtf16) = (0, 0);
        // The longer one's end may be in the next piece; the shorter one's is then looked at twice, so each has its own overlap.
        using var memory = File.OpenHandle($"/proc/{processId}/mem", share: FileShare.ReadWrite);
        byte[] buffer = new byte[Piece + utf16.Length];
        foreach (var (start, end) in Mappings(processId))
        {
            for (var at = start; at < end; at += Piece)
            {
                var size = (int)Math.Min(Piece, end - at);
                var overlap = (int)Math.Min(utf16.Length - 1, end - at - size);
                var read = Read(memory, buffer.AsSpan(0, size + overlap), at);
                inUtf8 += Occurrences(buffer.AsSpan(0, Math.Min(read, size + utf8.Length - 1)), utf8);
                inUtf16 += Occurrences(buffer.AsSpan(0, read), utf16);
            }
        }

        return (inUtf8, inUtf16);
    }

    private static IEnumerable<(long Start, long End)> Mappings(int processId)
    {
        foreach (var line in File.ReadLines($"/proc/{processId}/maps"))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var isReadable = words[1].StartsWith('r') && !line.EndsWith("[vsyscall]", StringComparison.Ordinal);
            if (isReadable && words[0].Split('-') is [var start, var end])
            {
                yield return (Address(start), Address(end));
            }
        }
    }

    private static long Address(string hexadecimal) =>
        long.Parse(hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static int Read(Microsoft.Win32.SafeHandles.SafeFileHandle memory, Span<byte> into, long at)
    {
        try
        {
            return RandomAccess.Read(memory, into, at);
        }
        catch (IOException)
        {
            // Mapped, but not to be read: a guard page, or what belongs to a device.
            return 0;
        }
    }

    private static int Occurrences(ReadOnlySpan<byte> memory, ReadOnlySpan<byte> text)
    {
        var count = 0;
        while (memory.IndexOf(text) is var at and >= 0)
        {
            count++;
            memory = memory[(at + text.Length)..];
        }

        return count;
    }
}
