namespace ClickUpMcp.Files;

/// <summary>Where a path leads once all its links are followed.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    /// <summary>Whether names that differ in case alone are the same on this system.</summary>
    public static StringComparison Comparison { get; } =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
            ? StringComparison.OrdinalIgnoreCase
            : StringComparison.Ordinal;

    /// <summary>The path without links and relative parts; what is not there stays as it is written. Null when its links have no end.</summary>
    /// <param name="path">A rooted path.</param>
    /// <exception cref="IOException">A link cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A link may not be read.</exception>
    public static string? Of(string path)
    {
        string current = Path.GetPathRoot(path)!;
        Stack<string> pending = new();
        Push(pending, path[current.Length..]);
        int links = 0;
        while (pending.TryPop(out string? part))
        {
            if (part is "." or "")
            {
                continue;
            }

            if (part == "..")
            {
                current = Path.GetDirectoryName(current) ?? current;
                continue;
            }

            string next = Path.Join(current, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                current = next;
                continue;
            }

            if (++links > MostLinks)
            {
                return null;
            }

            if (Path.GetPathRoot(target) is { Length: > 0 } root)
            {
                current = root;
                target = target[root.Length..];
            }

            Push(pending, target);
        }

        return current;
    }

    /// <summary>The path below a folder; null when it is the folder itself or elsewhere.</summary>
    /// <param name="path">A path without links and relative parts.</param>
    /// <param name="root">The folder, without a separator at its end.</param>
    public static string? Below(string path, string root) =>
        path.Length > root.Length + 1
        && path.StartsWith(root, Comparison)
        && (path[root.Length] == Path.DirectorySeparatorChar || path[root.Length] == Path.AltDirectorySeparatorChar)
            ? path[(root.Length + 1)..]
            : null;

    /// <summary>A configured folder without links and relative parts; null when there is none, or its path cannot be read.</summary>
    public static string? OfFolder(string? folder)
    {
        try
        {
            return folder is null ? null : Of(Path.GetFullPath(folder))?.TrimEnd(Path.DirectorySeparatorChar);
        }
        catch (Exception e) when (IsOfFileSystem(e))
        {
            return null;
        }
    }

    /// <summary>Whether an exception says that the file system does not do something.</summary>
    public static bool IsOfFileSystem(Exception e) =>
        e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    private static void Push(Stack<string> pending, string path)
    {
        string[] parts = path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar]);
        for (int i = parts.Length - 1; i >= 0; i--)
        {
            pending.Push(parts[i]);
        }
    }
}
