using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ClickUpMcp.Errors;
#if STATIC_OPENSSL
using ClickUpMcp.Api;
#endif

namespace ClickUpMcp.Hosting;

/// <summary>Whether the machine has the OpenSSL that the runtime loads when the program first needs cryptography.</summary>
/// <remarks>Asked before that: where the runtime finds none it aborts the process.</remarks>
internal static class OpenSsl
{
    private const string What = "This machine has no OpenSSL (libssl.so.3), without which nothing reaches ClickUp.";

    private const string Next =
        "Install it (the package is libssl3 on Debian and Ubuntu, openssl-libs on Fedora) and start the server again, "
        + "or use the static build of the server, which needs no library.";

#if STATIC_OPENSSL
    private const bool IsLinked = true;
#else
    private const bool IsLinked = false;
#endif

    /// <summary>Which one it is; null where cryptography is another library's. Only after <see cref="IsPresent()"/>.</summary>
    public static string? Version =>
        !OperatingSystem.IsLinux() ? null
        : IsLinked ? $"{VersionOf(SafeEvpPKeyHandle.OpenSslVersion)}, linked in"
        : $"{VersionOf(SafeEvpPKeyHandle.OpenSslVersion)} of this machine";

    public static ActionableException Error => new(What, next: Next);

    /// <summary>The same for whoever starts the program.</summary>
    public static UnusableException StartError => new($"{What} {Next}");

    public static bool IsPresent()
    {
#if STATIC_OPENSSL
        TrustedCertificates.TellLinkedOpenSsl();
#endif
        return IsLinked || !OperatingSystem.IsLinux() || IsPresent(static name => NativeLibrary.TryLoad(name, out _));
    }

    // Major, minor and patch as OpenSSL 3 has them: 0xMNN00PP0.
    private static string VersionOf(long number) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"OpenSSL {number >> 28}.{(number >> 20) & 0xFF}.{(number >> 4) & 0xFF}"
        );

    /// <param name="load">Loads a library, which then stays; false when there is none of that name.</param>
    internal static bool IsPresent(Func<string, bool> load)
    {
        // As the runtime itself: a version that the user names comes first.
        string? wished = Environment.GetEnvironmentVariable("CLR_OPENSSL_VERSION_OVERRIDE");
        return (!string.IsNullOrEmpty(wished) && load($"libssl.so.{wished}"))
            || load("libssl.so.3")
            || load("libssl.so.1.1");
    }
}
