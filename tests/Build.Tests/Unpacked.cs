using System.Formats.Tar;
using System.IO.Compression;

namespace Build.Tests;

/// <summary>The entries of a tar archive by name.</summary>
internal static class Unpacked
{
    public static IReadOnlyDictionary<string, (TarEntry Entry, byte[] Content)> Tar(byte[] archive)
    {
        Dictionary<string, (TarEntry, byte[])> entries = [];
        using TarReader reader = new(new MemoryStream(archive));
        while (reader.GetNextEntry(copyData: true) is { } entry)
        {
            using MemoryStream copy = new();
            entry.DataStream?.CopyTo(copy);
            entries.Add(entry.Name, (entry, copy.ToArray()));
        }

        return entries;
    }

    public static byte[] Gzip(byte[] compressed)
    {
        using GZipStream stream = new(new MemoryStream(compressed), CompressionMode.Decompress);
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
