using System.Security.Cryptography;
using System.Text;

namespace ClickUpMcp.Hosting;

/// <summary>The key of the audit's digests: the operator's, or else one that the first digest makes and keeps for later starts.</summary>
internal static class AuditKey
{
    private const int SecretBytes = 32;
    private const string Own = "clickup-mcp";

    private static readonly string[] DeviceFolders = ["/dev/", "/proc/"];

    /// <summary>Where a key is kept that the operator has not named.</summary>
    /// <param name="destination">Where the audit goes.</param>
    /// <param name="variable">Looks up an environment variable.</param>
    /// <returns>The path; null when there is no place.</returns>
    public static string? PathFor(string destination, Func<string, string?> variable)
    {
        if (destination != AuditLog.Error && !IsDevice(destination))
        {
            return destination + ".key";
        }

        string? state =
            NotEmpty(variable("XDG_STATE_HOME"))
            ?? NotEmpty(variable("LOCALAPPDATA"))
            ?? (NotEmpty(variable("HOME")) is { } home ? Path.Combine(home, ".local", "state") : null);
        return state is null ? null : Path.Combine(state, Own, "audit.key");
    }

    /// <summary>The key of a secret.</summary>
    public static byte[] Of(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>The key that is kept in a file, which is made if it is not there.</summary>
    /// <param name="path">The file; null when there is no place for one.</param>
    /// <param name="warn">Told when the key cannot be kept: then it ends with the process.</param>
    public static byte[] Keep(string? path, Action warn)
    {
        string secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes));
        try
        {
            if (path is not null)
            {
                Create(path, secret);
                string kept = SettingFile.ReadText(path, out bool isExposed).Trim();
                if (!isExposed && kept.Length >= secret.Length)
                {
                    return Of(kept);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SettingFileException)
        {
            // As without a place for it.
        }

        warn();
        return Of(secret);
    }

    /// <summary>The key by which lines were sealed that are read now.</summary>
    /// <exception cref="UnusableException">It is not to be found.</exception>
    public static byte[] Find(ServerOptions options, string destination)
    {
        if (options.AuditKey is { } secret)
        {
            return Of(secret.Reveal());
        }

        try
        {
            return PathFor(destination, Environment.GetEnvironmentVariable) is { } path
                ? Of(SettingFile.ReadText(path, out _).Trim())
                : throw new SettingFileException("a file");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SettingFileException)
        {
            throw new UnusableException(
                "The key of the audit is not where a server keeps it; name the file with its secret with --audit-key-file."
            );
        }
    }

    // Whole or not at all, since another process may start at the same moment.
    private static void Create(string path, string secret)
    {
        if (File.Exists(path))
        {
            return;
        }

        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        string temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}");
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            Directory.CreateDirectory(folder, OwnFile | UnixFileMode.UserExecute);
            options.UnixCreateMode = OwnFile;
        }

        try
        {
            using (StreamWriter writer = new(temporary, options))
            {
                writer.Write(secret);
            }

            File.Move(temporary, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // The other process was first.
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Whether lines go to where no files belong: a device, or a stream of this process.</summary>
    private static bool IsDevice(string destination)
    {
        if (OperatingSystem.IsWindows())
        {
            return false;
        }

        // A stream of this process is none of its files, even where it was sent into one.
        FileInfo file = new(destination);
        string path = file.Exists ? file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? file.FullName : "";
        return IsBelow(file.FullName) || IsBelow(path);

        static bool IsBelow(string path) => Array.Exists(DeviceFolders, path.StartsWith);
    }

    private static string? NotEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
