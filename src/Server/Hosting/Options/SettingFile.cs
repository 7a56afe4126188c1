using System.Text;
using Microsoft.Win32.SafeHandles;

namespace ClickUpMcp.Hosting;

/// <summary>Reads the files that settings name: regular ones of a bounded size.</summary>
internal static class SettingFile
{
    private const int MostBytes = 1024 * 1024;
    private const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Reads a file of a setting; the options note when others than its owner and group can open it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Take the note.</param>
    /// <param name="flag">What the note calls the file.</param>
    /// <exception cref="SettingFileException">It cannot be read, or is no file of that kind.</exception>
    public static byte[] Read(string path, ServerOptions options, string flag)
    {
        byte[] content = Read(path, out bool isExposed);
        if (isExposed)
        {
            options.ExposedFiles.Add(flag);
        }

        return content;
    }

    /// <summary>Reads what a file of a setting holds.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Take the note.</param>
    /// <param name="flag">What the note calls the file.</param>
    /// <param name="parse">Reads the text; throws <see cref="FormatException"/> with what was expected.</param>
    /// <exception cref="SettingFileException">It cannot be read, is no file of that kind, or holds something else.</exception>
    public static T Read<T>(string path, ServerOptions options, string flag, Func<string, T> parse)
    {
        string text = Text(Read(path, options, flag)).Trim();
        try
        {
            return parse(text);
        }
        catch (FormatException e)
        {
            throw new SettingFileException($"a file that holds {e.Message}");
        }
    }

    /// <summary>Reads a file as text.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isExposed">Whether others than its owner and group can open it.</param>
    /// <exception cref="SettingFileException">It cannot be read, or is no file of that kind.</exception>
    public static string ReadText(string path, out bool isExposed) => Text(Read(path, out isExposed));

    /// <summary>What there is to do about a file that others can open.</summary>
    public static string Describe(string flag) =>
        $"Every user of this machine can open the file of {flag}; take that away with chmod o-rw.";

    private static string Text(byte[] content)
    {
        using StreamReader reader = new(new MemoryStream(content), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static byte[] Read(string path, out bool isExposed)
    {
        try
        {
            Check(path);
            using SafeFileHandle handle = File.OpenHandle(path);
            isExposed = !OperatingSystem.IsWindows() && (File.GetUnixFileMode(handle) & Others) != UnixFileMode.None;
            return Read(handle);
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new SettingFileException($"a file that can be read{Reason(e)}");
        }
    }

    private static string Reason(Exception e) =>
        e switch
        {
            FileNotFoundException or DirectoryNotFoundException => "; there is none of that name",
            UnauthorizedAccessException => "; this user may not read it",
            _ => "",
        };

    // Before it is opened: a pipe would be waited for. Pipes, devices and sockets have no length.
    private static void Check(string path)
    {
        FileInfo file = new(File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path);
        if (Directory.Exists(file.FullName))
        {
            throw new SettingFileException("a file, not a folder");
        }

        if (file.Exists && file.Length == 0)
        {
            throw new SettingFileException("a regular file that is not empty");
        }

        if (file.Length > MostBytes)
        {
            throw new SettingFileException($"a file of at most {MostBytes} bytes");
        }
    }

    private static byte[] Read(SafeFileHandle handle)
    {
        byte[] content = new byte[Math.Min(RandomAccess.GetLength(handle), MostBytes)];
        int length = 0;
        while (length < content.Length && RandomAccess.Read(handle, content.AsSpan(length), length) is > 0 and var read)
        {
            length += read;
        }

        return content[..length];
    }
}
