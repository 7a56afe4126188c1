using System.Formats.Tar;
using System.IO.Compression;

namespace ClickUpMcp.Build.Release;

/// <summary>Writes tar archives whose bytes depend on nothing but their files and one time.</summary>
public static class ReproducibleTar
{
    private const UnixFileMode Folder =
        UnixFileMode.UserRead
        | UnixFileMode.UserWrite
        | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherExecute;

    private const UnixFileMode Plain =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>The archive, its folders before what is in them, all of it owned by root.</summary>
    public static byte[] Write(IEnumerable<ArchiveEntry> entries, DateTimeOffset time)
    {
        using MemoryStream stream = new();
        using (TarWriter writer = new(stream, TarEntryFormat.Ustar, leaveOpen: true))
        {
            HashSet<string> folders = [];
            foreach (var entry in entries.OrderBy(static entry => entry.Path, StringComparer.Ordinal))
            {
                foreach (var folder in FoldersOf(entry.Path).Where(folders.Add))
                {
                    writer.WriteEntry(
                        new UstarTarEntry(TarEntryType.Directory, $"{folder}/")
                        {
                            Mode = Folder,
                            ModificationTime = time,
                        }
                    );
                }

                using MemoryStream content = new(entry.Content);
                writer.WriteEntry(
                    new UstarTarEntry(TarEntryType.RegularFile, entry.Path)
                    {
                        Mode = entry.IsExecutable ? Folder : Plain,
                        ModificationTime = time,
                        DataStream = content,
                    }
                );
            }
        }

        return stream.ToArray();
    }

    /// <summary>The bytes compressed by gzip, without a time or a name in the header.</summary>
    public static byte[] Compress(byte[] bytes)
    {
        using MemoryStream stream = new();
        using (GZipStream gzip = new(stream, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return stream.ToArray();
    }

    private static IEnumerable<string> FoldersOf(string path)
    {
        for (var end = path.IndexOf('/'); end >= 0; end = path.IndexOf('/', end + 1))
        {
            yield return path[..end];
        }
    }
}
