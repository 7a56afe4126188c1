using System.Globalization;

namespace ClickUpMcp.EndToEndBenchmark;

/// <summary>What a process's resident memory consists of, in KiB, from Linux's list of its mappings.</summary>
/// <param name="Code">Pages of the executable's file that hold code.</param>
/// <param name="Data">Its other pages: type descriptions, texts, tables.</param>
/// <param name="Libraries">Pages of shared libraries, which other processes use as well.</param>
/// <param name="Own">Heap, stacks and what the runtime allocates.</param>
internal readonly record struct MemorySplit(long Code, long Data, long Libraries, long Own)
{
    public static MemorySplit Of(int processId, string binary)
    {
        var split = default(MemorySplit);
        string[] mapping = [];
        foreach (var line in File.ReadLines($"/proc/{processId}/smaps"))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (!words[0].EndsWith(':'))
            {
                mapping = words;
            }
            else if (words[0] == "Rss:")
            {
                split = split.Add(mapping, long.Parse(words[1], CultureInfo.InvariantCulture), binary);
            }
        }

        return split;
    }

    /// <param name="mapping">Address range, rights, offset, device, inode and, unless it is anonymous, a name.</param>
    /// <param name="size">What of it is resident.</param>
    /// <param name="binary">The executable's file.</param>
    private MemorySplit Add(string[] mapping, long size, string binary)
    {
        var name = mapping.Length > 5 ? mapping[5] : string.Empty;
        var isCode = mapping[1].Contains('x', StringComparison.Ordinal);
        return name == binary && isCode ? this with { Code = Code + size }
            : name == binary ? this with { Data = Data + size }
            : name.StartsWith('/') ? this with { Libraries = Libraries + size }
            : this with { Own = Own + size };
    }
}
