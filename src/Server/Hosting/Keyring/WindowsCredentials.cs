using System.Security.Cryptography;
using System.Text;

namespace ClickUpMcp.Hosting.Keyring;

/// <summary>The Credential Manager of Windows.</summary>
internal sealed unsafe class WindowsCredentials(ICredentialApi api) : IKeyring
{
    private const string Owner = "clickup-mcp";
    private const int Denied = 5;
    private const int NotFound = 1168;
    private const int NoSession = 1312;

    public string Name => "Credential Manager";

    public Task<string?> FindAsync(string host, CancellationToken cancellationToken) =>
        Patient.RunAsync(() => Find(Target(host)), cancellationToken);

    public Task StoreAsync(string host, string token, CancellationToken cancellationToken) =>
        Patient.RunAsync(() => Store(Target(host), token), cancellationToken);

    public Task<bool> RemoveAsync(string host, CancellationToken cancellationToken) =>
        Patient.RunAsync(() => IsThere(api.Delete(Target(host))), cancellationToken);

    private string? Find(string target)
    {
        if (!IsThere(api.Read(target, out nint credential)))
        {
            return null;
        }

        try
        {
            NativeCredential* found = (NativeCredential*)credential;
            return Encoding.UTF8.GetString((byte*)found->Blob, (int)found->BlobSize);
        }
        finally
        {
            api.Free(credential);
        }
    }

    private bool Store(string target, string token)
    {
        byte[] secret = Encoding.UTF8.GetBytes(token);
        if (secret.Length > NativeCredential.MostBytes)
        {
            throw new UnusableException(
                $"The Credential Manager keeps {NativeCredential.MostBytes} bytes at most, and the token has {secret.Length}. "
                    + "Use CLICKUP_API_KEY or --api-key-file instead."
            );
        }

        try
        {
            fixed (byte* blob = secret)
            fixed (char* name = target)
            fixed (char* user = Owner)
            {
                int error = api.Write(
                    new NativeCredential
                    {
                        Type = NativeCredential.Generic,
                        TargetName = (nint)name,
                        BlobSize = (uint)secret.Length,
                        Blob = (nint)blob,
                        Persist = NativeCredential.OfThisMachine,
                        UserName = (nint)user,
                    }
                );
                return error == 0 ? true : throw Refusal(error);
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    private static bool IsThere(int error) =>
        error switch
        {
            0 => true,
            NotFound => false,
            _ => throw Refusal(error),
        };

    private static string Target(string host) => $"{Owner}:{host}";

    private static UnusableException Refusal(int error)
    {
        string why = error switch
        {
            Denied => "access was denied",
            NoSession => "this user is not signed in to Windows, as a service is not",
            _ => $"error {error}",
        };
        return new($"The Credential Manager refused ({why}). Use CLICKUP_API_KEY or --api-key-file instead.");
    }
}
