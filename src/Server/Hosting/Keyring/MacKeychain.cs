using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;

namespace ClickUpMcp.Hosting.Keyring;

/// <summary>The login keychain of macOS.</summary>
[SupportedOSPlatform("macos")]
internal sealed unsafe partial class MacKeychain : IKeyring
{
    private const string Security = "/System/Library/Frameworks/Security.framework/Security";
    private const string CoreFoundation = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation";
    private const string Owner = "clickup-mcp";
    private const int NotFound = -25300;
    private const int Duplicate = -25299;

    public string Name => "Keychain";

    public Task<string?> FindAsync(string host, CancellationToken cancellationToken)
    {
        int status = Find(host, out uint length, out byte* data, out nint item);
        if (status == NotFound)
        {
            return Task.FromResult<string?>(null);
        }

        Check(status);
        try
        {
            return Task.FromResult<string?>(Encoding.UTF8.GetString(data, (int)length));
        }
        finally
        {
            _ = SecKeychainItemFreeContent(0, data);
            CFRelease(item);
        }
    }

    public Task StoreAsync(string host, string token, CancellationToken cancellationToken)
    {
        int status = Add(host, token);
        if (status == Duplicate)
        {
            Remove(host);
            status = Add(host, token);
        }

        Check(status);
        return Task.CompletedTask;
    }

    public Task<bool> RemoveAsync(string host, CancellationToken cancellationToken) => Task.FromResult(Remove(host));

    private static bool Remove(string host)
    {
        int status = Find(host, out _, out byte* data, out nint item);
        if (status == NotFound)
        {
            return false;
        }

        Check(status);
        _ = SecKeychainItemFreeContent(0, data);
        status = SecKeychainItemDelete(item);
        CFRelease(item);
        Check(status);
        return true;
    }

    private static int Find(string host, out uint length, out byte* data, out nint item)
    {
        byte[] service = Encoding.UTF8.GetBytes(Owner);
        byte[] account = Encoding.UTF8.GetBytes(host);
        return SecKeychainFindGenericPassword(
            0,
            (uint)service.Length,
            service,
            (uint)account.Length,
            account,
            out length,
            out data,
            out item
        );
    }

    private static int Add(string host, string token)
    {
        byte[] service = Encoding.UTF8.GetBytes(Owner);
        byte[] account = Encoding.UTF8.GetBytes(host);
        byte[] secret = Encoding.UTF8.GetBytes(token);
        return SecKeychainAddGenericPassword(
            0,
            (uint)service.Length,
            service,
            (uint)account.Length,
            account,
            (uint)secret.Length,
            secret,
            0
        );
    }

    private static void Check(int status)
    {
        if (status != 0)
        {
            throw new UnusableException(
                $"The Keychain refused (status {status}). Use CLICKUP_API_KEY or --api-key-file instead."
            );
        }
    }

    [LibraryImport(Security)]
    private static partial int SecKeychainFindGenericPassword(
        nint keychain,
        uint serviceLength,
        byte[] service,
        uint accountLength,
        byte[] account,
        out uint length,
        out byte* data,
        out nint item
    );

    [LibraryImport(Security)]
    private static partial int SecKeychainAddGenericPassword(
        nint keychain,
        uint serviceLength,
        byte[] service,
        uint accountLength,
        byte[] account,
        uint length,
        byte[] data,
        nint item
    );

    [LibraryImport(Security)]
    private static partial int SecKeychainItemDelete(nint item);

    [LibraryImport(Security)]
    private static partial int SecKeychainItemFreeContent(nint attributes, byte* data);

    [LibraryImport(CoreFoundation)]
    private static partial void CFRelease(nint item);
}
