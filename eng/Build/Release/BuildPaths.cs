using System.Text;
using ClickUpMcp.Driver;

namespace ClickUpMcp.Build.Release;

/// <summary>Looks for the folder of a build in what it made: such a file has other bytes where it is made elsewhere.</summary>
internal static class BuildPaths
{
    private const string Flags = "CFLAGS";

    /// <summary>What is built here, and the packages whose C files a static publish compiles.</summary>
    private static readonly string[] Folders =
    [
        Repository.Root,
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
    ];

    /// <summary>The variables of a publish, with the flags by which a C compiler leaves the folders unnamed.</summary>
    public static IReadOnlyDictionary<string, string> Unnamed(IReadOnlyDictionary<string, string>? variables)
    {
        Dictionary<string, string> all = new(variables ?? new Dictionary<string, string>());
        all[Flags] = string.Join(
                ' ',
                [all.GetValueOrDefault(Flags), .. Folders.Select(static folder => $"\"-ffile-prefix-map={folder}=/_\"")]
            )
            .Trim();
        return all;
    }

    /// <summary>The files in which the name of a path under the folder stands, in UTF-8 or UTF-16.</summary>
    public static IReadOnlyList<string> Naming(string folder, IEnumerable<string> files)
    {
        var path = $"{folder.TrimEnd('/')}/";
        byte[][] forms = [Encoding.UTF8.GetBytes(path), Encoding.Unicode.GetBytes(path)];
        return
        [
            .. files.Where(file =>
            {
                var content = File.ReadAllBytes(file);
                return Array.Exists(forms, form => Names(content, form));
            }),
        ];
    }

    /// <summary>Fails where an executable, its symbols or an assembly that it is made of names such a folder.</summary>
    /// <param name="scratch">The folder of the publish.</param>
    public static void Check(string executable, string scratch)
    {
        string[] made =
        [
            executable,
            .. Directory.EnumerateFiles(scratch, "*.dbg", SearchOption.AllDirectories),
            .. Directory.EnumerateFiles(Path.Combine(scratch, "obj"), "*.dll", SearchOption.AllDirectories),
        ];
        foreach (var folder in Folders)
        {
            if (Naming(folder, made) is [var named, ..])
            {
                throw new BuildFailedException(
                    $"{named} names a path under {folder}, so that it differs from one that is made elsewhere: "
                        + "docs/decisions/0049-same-bytes.md."
                );
            }
        }
    }

    // Libraries of the toolchain name the folders that they were made in, and the end of such a name is none of ours.
    private static bool Names(ReadOnlySpan<byte> content, ReadOnlySpan<byte> path)
    {
        while (content.IndexOf(path) is >= 0 and var at)
        {
            var isWide = path[1] == 0;
            var before = at < (isWide ? 2 : 1) ? (byte)0 : content[at - (isWide ? 2 : 1)];
            if (!char.IsAsciiLetterOrDigit((char)before) && !"-_./".Contains((char)before))
            {
                return true;
            }

            content = content[(at + path.Length)..];
        }

        return false;
    }
}
