using System.Text;
using Tmds.DBus.Protocol;

namespace ClickUpMcp.Hosting.Keyring;

/// <summary>The Secret Service of Linux desktops, as GNOME Keyring and KWallet, over the user's own D-Bus.</summary>
internal sealed class SecretService : IKeyring
{
    private const string Label = "ClickUp token of clickup-mcp";

    public string Name => "keyring (Secret Service)";

    public Task<string?> FindAsync(string host, CancellationToken cancellationToken) =>
        UseAsync(
            async service =>
            {
                foreach (string item in await service.SearchAsync(Attributes(host)))
                {
                    await service.UnlockAsync(item);
                    return Encoding.UTF8.GetString(await service.ReadAsync(item));
                }

                return null;
            },
            cancellationToken
        );

    public Task StoreAsync(string host, string token, CancellationToken cancellationToken) =>
        UseAsync(
            async service =>
            {
                string collection =
                    await service.FindDefaultCollectionAsync()
                    ?? throw new UnusableException(
                        "The keyring of this desktop has no default collection. Create one with its own program, "
                            + "as Passwords and Keys (seahorse), and try again."
                    );
                await service.UnlockAsync(collection);
                await service.CreateAsync(collection, Label, Attributes(host), Encoding.UTF8.GetBytes(token));
                return true;
            },
            cancellationToken
        );

    public Task<bool> RemoveAsync(string host, CancellationToken cancellationToken) =>
        UseAsync(
            async service =>
            {
                IReadOnlyList<string> items = await service.SearchAsync(Attributes(host));
                foreach (string item in items)
                {
                    await service.UnlockAsync(item);
                    await service.DeleteAsync(item);
                }

                return items.Count > 0;
            },
            cancellationToken
        );

    private static Dictionary<string, string> Attributes(string host) =>
        new(StringComparer.Ordinal) { ["application"] = "clickup-mcp", ["host"] = host };

    private static async Task<T> UseAsync<T>(
        Func<SecretServiceClient, Task<T>> work,
        CancellationToken cancellationToken
    )
    {
        string address =
            DBusAddress.Session
            ?? throw new UnusableException(
                "There is no keyring here: this session has no D-Bus (DBUS_SESSION_BUS_ADDRESS). "
                    + "Use CLICKUP_API_KEY or --api-key-file instead."
            );
        try
        {
            using DBusConnection connection = new(address);
            await connection.ConnectAsync().AsTask().WaitAsync(cancellationToken);
            SecretServiceClient service = await SecretServiceClient
                .OpenAsync(connection, cancellationToken)
                .WaitAsync(cancellationToken);
            return await work(service).WaitAsync(cancellationToken);
        }
        catch (DBusExceptionBase e)
        {
            throw new UnusableException(
                $"The keyring of this desktop cannot be used ({NameOf(e)}). Is GNOME Keyring, KWallet or another Secret Service "
                    + "running? Else use CLICKUP_API_KEY or --api-key-file."
            );
        }
    }

    private static string NameOf(DBusExceptionBase e) =>
        e is DBusErrorReplyException reply ? reply.ErrorName : e.GetType().Name;
}
