using System.IO.Enumeration;

namespace ClickUpMcp.Files;

/// <summary>Names of files and folders that hold secrets more often than anything that belongs on a task.</summary>
/// <param name="denied">Names that are refused besides the usual ones.</param>
/// <param name="allowed">Names that are not refused although they are among the usual ones.</param>
internal sealed class SecretNames(IReadOnlyList<string> denied, IReadOnlyList<string> allowed)
{
    /// <summary>Files and folders that start with a dot, keys, certificates with keys, stores of passwords, and what tools of the cloud keep.</summary>
    public static IReadOnlyList<string> Usual { get; } =
    [
        ".*",
        "*.env",
        "*.env.*",
        "*.pem",
        "*.key",
        "*.ppk",
        "*.p8",
        "*.p12",
        "*.pfx",
        "*.pkcs12",
        "*.jks",
        "*.keystore",
        "*.kdbx",
        "*.kdb",
        "*.agilekeychain",
        "*.keychain",
        "*.keychain-db",
        "*.gpg",
        "*.pgp",
        "*.ovpn",
        "*.rdp",
        "*.tfstate",
        "*.tfstate.*",
        "*.tfvars",
        "*.kubeconfig",
        "id_rsa*",
        "id_dsa*",
        "id_ecdsa*",
        "id_ed25519*",
        "authorized_keys*",
        "known_hosts*",
        "_netrc",
        "credentials",
        "credentials.*",
        "secret.*",
        "secrets",
        "secrets.*",
        "client_secret*",
        "service-account*.json",
        "service_account*.json",
        "kubeconfig",
        "shadow",
        "shadow-",
        "htpasswd",
        "*_history",
        "wallet.dat",
        "Login Data",
        "Cookies",
        "cookies.sqlite",
        "logins.json",
        "key4.db",
        "NTUSER.DAT*",
        "SAM",
    ];

    /// <summary>Whether a file is refused for its name, or for the name of a folder that it is in.</summary>
    /// <param name="relative">Its path below the root.</param>
    public bool Refuse(string relative) =>
        relative
            .Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries)
            .Any(RefuseName);

    private bool RefuseName(string name) => IsAmong(denied, name) || (IsAmong(Usual, name) && !IsAmong(allowed, name));

    private static bool IsAmong(IReadOnlyList<string> globs, string name) =>
        globs.Any(glob => FileSystemName.MatchesSimpleExpression(glob, name));
}
