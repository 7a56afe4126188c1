using System.Security.Cryptography;
using ClickUpMcp.Hosting;

namespace ClickUpMcp.Cli.Clients;

/// <summary>A file of another program, replaced in one step and never in part.</summary>
internal static class ClientFile
{
    private const string BackupEnding = ".before-clickup-mcp";
    private const int MostBytes = 64 * 1024 * 1024;
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Usual = Own | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>What the file holds; empty where there is none.</summary>
    /// <exception cref="UnusableException">It is there and cannot be read.</exception>
    public static byte[] Read(string path)
    {
        try
        {
            FileInfo file = new(Target(path));
            return !file.Exists ? []
                : file.Length <= MostBytes ? File.ReadAllBytes(file.FullName)
                : throw new UnusableException($"{path} is too long for a file of settings.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableException($"{path} cannot be read.");
        }
    }

    /// <summary>Puts the content into the file's place, and what was there beside it.</summary>
    /// <param name="path">The file; a link stays one.</param>
    /// <param name="content">What it shall hold.</param>
    /// <param name="former">What is kept of that which it held; nothing where this is empty.</param>
    /// <param name="isSecret">Whether nobody but its owner may read it.</param>
    /// <returns>Where the former content is; null where there is none.</returns>
    /// <exception cref="UnusableException">It cannot be written; then it is as it was.</exception>
    public static string? Write(string path, ReadOnlySpan<byte> content, ReadOnlySpan<byte> former, bool isSecret)
    {
        string target = Target(path);
        string? backup = null;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            UnixFileMode mode = Usual;
            if (File.Exists(target))
            {
                mode = OperatingSystem.IsWindows() ? mode : File.GetUnixFileMode(target);
            }

            if (former.Length > 0)
            {
                backup = target + BackupEnding;
                Replace(backup, former, mode & Own);
            }

            Replace(target, content, isSecret ? mode & Own : mode);
            return backup;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableException($"{path} cannot be written. It is as it was.");
        }
    }

    /// <summary>Takes a file away of which nothing is left.</summary>
    public static void Delete(string path)
    {
        try
        {
            File.Delete(Target(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableException($"{path} cannot be deleted. It is as it was.");
        }
    }

    private static string Target(string path) =>
        new FileInfo(path).LinkTarget is null
            ? Path.GetFullPath(path)
            : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;

    private static void Replace(string path, ReadOnlySpan<byte> content, UnixFileMode mode)
    {
        string fresh = $"{path}.{RandomNumberGenerator.GetHexString(8, lowercase: true)}.new";
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Own;
        }

        try
        {
            using (FileStream file = new(fresh, options))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(fresh, mode);
            }

            File.Move(fresh, path, overwrite: true);
        }
        finally
        {
            File.Delete(fresh);
        }
    }
}
