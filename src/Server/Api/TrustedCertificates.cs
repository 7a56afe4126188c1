#if STATIC_OPENSSL
using System.Runtime.InteropServices;
#endif

namespace ClickUpMcp.Api;

/// <summary>Where Linux keeps the certificates of the authorities that TLS trusts.</summary>
/// <remarks>
/// Each distribution has a place of its own, and an OpenSSL that is linked in knows only that of the distribution which built it. So the static
/// executable tells it the one of this machine.
/// </remarks>
internal static partial class TrustedCertificates
{
    private const string FileVariable = "SSL_CERT_FILE";
    private const string FolderVariable = "SSL_CERT_DIR";

    private static string[] Places =>
        [
            // Debian, Ubuntu, Alpine, Arch and images made for any of them.
            "/etc/ssl/certs/ca-certificates.crt",
            // Fedora, Red Hat, Amazon.
            "/etc/pki/tls/certs/ca-bundle.crt",
            "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
            // SUSE.
            "/etc/ssl/ca-bundle.pem",
            "/etc/ssl/cert.pem",
        ];

    /// <summary>What is missing, by its name; null where there is something, or where certificates are no files.</summary>
    public static string? Missing =>
        OperatingSystem.IsLinux() ? FindMissing(Environment.GetEnvironmentVariable, File.Exists) : null;

#if STATIC_OPENSSL
    /// <summary>Tells an OpenSSL that is linked in where they are here, unless the user has said it.</summary>
    public static void TellLinkedOpenSsl()
    {
        // .NET looks for certificates of the user as well, and trusts none at all where nothing says whose home that is:
        // in a container no list of users does.
        if (Environment.GetEnvironmentVariable("HOME") is null)
        {
            Environment.SetEnvironmentVariable("HOME", "/");
        }

        if (
            Environment.GetEnvironmentVariable(FileVariable) is null
            && Environment.GetEnvironmentVariable(FolderVariable) is null
            && FindPlace(File.Exists) is { } place
        )
        {
            // .NET's own method changes a copy, which native code does not see.
            _ = SetVariable(FileVariable, place, overwrite: 0);
        }
    }
#endif

    internal static string? FindMissing(Func<string, string?> variable, Predicate<string> exists)
    {
        if (variable(FileVariable) is { Length: > 0 } named)
        {
            return exists(named) ? null : $"{named}, which {FileVariable} names";
        }

        return variable(FolderVariable) is { Length: > 0 } || FindPlace(exists) is not null ? null : Places[0];
    }

    private static string? FindPlace(Predicate<string> exists)
    {
        foreach (string place in Places)
        {
            if (exists(place))
            {
                return place;
            }
        }

        return null;
    }

#if STATIC_OPENSSL
    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetVariable(string name, string value, int overwrite);
#endif
}
