using System.Text;

namespace ClickUpMcp.Driver;

/// <summary>A desktop session of Linux reduced to a D-Bus and a GNOME Keyring of our own, with their data in a temporary folder.</summary>
public sealed class KeyringSession : IAsyncDisposable
{
    private const string Password = "a password of tests";

    // It goes to the background when it is ready, and ends with the bus.
    private const string Daemon = "exec gnome-keyring-daemon --unlock --daemonize --components=secrets >/dev/null 2>&1";

    private readonly DirectoryInfo _home;
    private readonly ChildProcess _bus;

    private KeyringSession(DirectoryInfo home, ChildProcess bus, string address) =>
        (_home, _bus, Address) = (home, bus, address);

    /// <summary>Where the bus is.</summary>
    public string Address { get; }

    /// <summary>Null if it can be started here, after an installation if need be; else why not.</summary>
    public static async Task<string?> ProvideAsync(CancellationToken cancellationToken) =>
        ProgramPath.Find("dbus-daemon") is null || ProgramPath.Find("gnome-keyring-daemon") is null
            ? await DebianPackages.InstallAsync(["dbus", "gnome-keyring"], cancellationToken)
            : null;

    public static async Task<KeyringSession> StartAsync(CancellationToken cancellationToken)
    {
        var home = Directory.CreateTempSubdirectory("keyring-");
        var bus = ChildProcess.Start("dbus-daemon", ["--session", "--nofork", "--print-address"]);
        try
        {
            var address = await bus.WaitForLineAsync(
                line => line.StartsWith("unix:", StringComparison.Ordinal),
                cancellationToken
            );
            await using var keyring = ChildProcess.Start(
                "sh",
                ["-c", Daemon],
                new Dictionary<string, string?>
                {
                    ["DBUS_SESSION_BUS_ADDRESS"] = address,
                    ["HOME"] = home.FullName,
                    ["XDG_DATA_HOME"] = Path.Combine(home.FullName, "data"),
                    ["XDG_RUNTIME_DIR"] = home.FullName,
                }
            );
            await keyring.Input.WriteAsync(Encoding.UTF8.GetBytes(Password), cancellationToken);
            keyring.CloseInput();
            var exitCode = await keyring.WaitForExitAsync(cancellationToken);
            return exitCode == 0
                ? new KeyringSession(home, bus, address)
                : throw new InvalidOperationException($"gnome-keyring-daemon ended with {exitCode}.");
        }
        catch
        {
            await bus.DisposeAsync();
            throw;
        }
    }

    /// <summary>All bytes that it has written to disk.</summary>
    public byte[] Dump() =>
        [
            .. _home
                .EnumerateFiles("*", SearchOption.AllDirectories)
                .Where(file => !file.Attributes.HasFlag(FileAttributes.Device) && file.Length > 0)
                .SelectMany(file => File.ReadAllBytes(file.FullName)),
        ];

    public async ValueTask DisposeAsync()
    {
        await _bus.DisposeAsync();
        _home.Delete(recursive: true);
    }
}
