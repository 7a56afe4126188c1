namespace ClickUpMcp.Storage.Sqlite;

/// <summary>The file of a database: made for its owner alone, and refused when every user of the machine can open it.</summary>
/// <remarks>
/// The group may have it: on a volume of Kubernetes the group is how the process comes to its files. SQLite makes the files
/// beside it, <c>-wal</c> and <c>-shm</c>, with the mode of the database.
/// </remarks>
internal static class SqliteFile
{
    private const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Makes the file where there is none, and says where it is.</summary>
    /// <exception cref="StoreException">It cannot be made, is none, or others can open it.</exception>
    public static string Prepare(string path)
    {
        try
        {
            // Absolute: names such as ":memory:" and "file:..." mean something else to SQLite.
            string whole = Path.GetFullPath(path);
            Create(whole);
            Refuse(whole);
            Refuse(whole + "-wal");
            Refuse(whole + "-shm");
            return whole;
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new StoreException(
                "The database file cannot be opened or made. Name a file in a folder that exists and where this user may write.",
                e
            );
        }
    }

    private static void Create(string path)
    {
        if (Path.Exists(path))
        {
            return;
        }

        FileStreamOptions options = new() { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using FileStream made = new(path, options);
    }

    private static void Refuse(string path)
    {
        if (Directory.Exists(path))
        {
            throw new StoreException("The database file is a folder. Name a file in it.");
        }

        if (
            !OperatingSystem.IsWindows()
            && File.Exists(path)
            && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None
        )
        {
            throw new StoreException(
                "Every user of this machine can open the database, or a file beside it that belongs to it. "
                    + "Take that away with chmod o-rw on all files whose names begin with the database's."
            );
        }
    }
}
