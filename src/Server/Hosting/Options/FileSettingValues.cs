namespace ClickUpMcp.Hosting;

/// <summary>Reads the values of settings about files; each throws <see cref="FormatException"/> that says what was expected.</summary>
internal static class FileSettingValues
{
    /// <summary>Folders, with the system's separator of paths between them.</summary>
    public static string[] Roots(string value) =>
        value.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            is { Length: > 0 } roots
            ? [.. roots.Select(Root)]
            : throw new FormatException("one or several folders");

    /// <summary>One folder.</summary>
    public static string Folder(string value) =>
        Path.GetFullPath(value) is var full && !Directory.Exists(full)
            ? throw new FormatException("a folder that exists")
        : Path.GetPathRoot(full) == full ? throw new FormatException("a folder, not the whole disk")
        : full;

    /// <summary>Names with <c>*</c> and <c>?</c>.</summary>
    public static string[] Names(string value) =>
        SettingValues.List(value) is var names && names.Any(static name => name.AsSpan().IndexOfAny('/', '\\') >= 0)
            ? throw new FormatException("names of files or folders, without slashes, as *.pem")
            : names;

    private static string Root(string folder)
    {
        string full = Path.GetFullPath(folder);
        return !Directory.Exists(full)
                ? throw new FormatException(
                    $"folders that exist, with '{Path.PathSeparator}' between them; at least one does not"
                )
            : Path.GetPathRoot(full) == full
                ? throw new FormatException("folders, not the whole disk: name the ones whose files are meant")
            : full;
    }
}
