using System.Globalization;

namespace EndToEnd.Tests.Http;

/// <summary>Looks for a text in all the memory of another process, as whoever takes its core dump could.</summary>
internal static class MemoryScan
{
    private const int Piece = 1 << 20;

    /// <summary>The forms in which the text is there, and how often; empty when it is not.</summary>
    /// <param name="processId">The process.</param>
    /// <param name="text">What to look for.</param>
    /// <exception cref="UnauthorizedAccessException">This machine does not let one process read another.</exception>
    public static SortedDictionary<string, int> Find(int processId, string text)
    {
        var forms = SecretForms.Of(text);
        // What begins in one piece may end in the next; one that lies wholly in the overlap is seen with the next.
        var overlap = forms.Max(static form => form.Bytes.Length) - 1;
        SortedDictionary<string, int> found = new(StringComparer.Ordinal);
        using var memory = File.OpenHandle($"/proc/{processId}/mem", share: FileShare.ReadWrite);
        byte[] buffer = new byte[Piece + overlap];
        foreach (var (start, end) in Mappings(processId))
        {
            for (var at = start; at < end; at += Piece)
            {
                var read = Read(memory, buffer.AsSpan(0, (int)Math.Min(buffer.Length, end - at)), at);
                foreach (var (form, bytes) in forms)
                {
                    var count = Occurrences(buffer.AsSpan(0, Math.Min(read, Piece + bytes.Length - 1)), bytes);
                    if (count > 0)
                    {
                        found[form] = found.GetValueOrDefault(form) + count;
                    }
                }
            }
        }

        return found;
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
