namespace ClickUpMcp.Tests;

/// <summary>Files that nobody else can open, as the server wants those with secrets, or only on purpose.</summary>
internal static class PrivateFile
{
    public static void Write(string path, string text)
    {
        FileStreamOptions options = new() { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using StreamWriter writer = new(path, options);
        writer.Write(text);
    }

    /// <summary>Lets the owner read and write a file, and others what the mode says.</summary>
    public static void Open(string path, UnixFileMode others)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such modes on Windows.");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | others);
        }
    }
}
