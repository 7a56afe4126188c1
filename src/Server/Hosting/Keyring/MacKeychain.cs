using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace ClickUpMcp.Hosting.Keyring;

/// <summary>The login keychain of macOS.</summary>
internal sealed class MacKeychain(IKeychainApi api) : IKeyring
{
    private const int NotFound = -25300;
    private const int Duplicate = -25299;
    private const int Cancelled = -128;
    private const int WrongPassword = -25293;
    private const int NobodyToAsk = -25308;

    private static readonly byte[] Owner = "clickup-mcp"u8.ToArray();

    public string Name => "Keychain";

    public Task<string?> FindAsync(string host, CancellationToken cancellationToken) =>
        Patient.RunAsync(() => Find(host), cancellationToken);

    public Task StoreAsync(string host, string token, CancellationToken cancellationToken) =>
        Patient.RunAsync(() => Store(host, token), cancellationToken);

    public Task<bool> RemoveAsync(string host, CancellationToken cancellationToken) =>
        Patient.RunAsync(() => Remove(host), cancellationToken);

    private string? Find(string host)
    {
        int status = api.Find(Owner, Encoding.UTF8.GetBytes(host), out uint length, out nint data, out nint item);
        if (status == NotFound)
        {
            return null;
        }

        Check(status);
        try
        {
            return Marshal.PtrToStringUTF8(data, (int)length);
        }
        finally
        {
            api.FreeContent(data);
            api.Release(item);
        }
    }

    private bool Store(string host, string token)
    {
        byte[] secret = Encoding.UTF8.GetBytes(token);
        try
        {
            int status = api.Add(Owner, Encoding.UTF8.GetBytes(host), secret);
            if (status == Duplicate)
            {
                Remove(host);
                status = api.Add(Owner, Encoding.UTF8.GetBytes(host), secret);
            }

            Check(status);
            return true;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    private bool Remove(string host)
    {
        int status = api.Find(Owner, Encoding.UTF8.GetBytes(host), out _, out nint data, out nint item);
        if (status == NotFound)
        {
            return false;
        }

        Check(status);
        api.FreeContent(data);
        status = api.Delete(item);
        api.Release(item);
        Check(status);
        return true;
    }

    private static void Check(int status)
    {
        string? why = status switch
        {
            0 => null,
            Cancelled => "its question was dismissed",
            WrongPassword => "it was not unlocked, or does not let this program read the item",
            NobodyToAsk => "it is locked, and there is nobody at a screen whom it could ask",
            _ => $"status {status}",
        };
        if (why is not null)
        {
            throw new UnusableException(
                $"The Keychain refused ({why}). Use CLICKUP_API_KEY or --api-key-file instead."
            );
        }
    }
}
