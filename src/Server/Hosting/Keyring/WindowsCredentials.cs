using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;

namespace ClickUpMcp.Hosting.Keyring;

/// <summary>The Credential Manager of Windows.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe partial class WindowsCredentials : IKeyring
{
    private const uint Generic = 1;
    private const uint OfThisMachine = 2;
    private const int NotFound = 1168;

    public string Name => "Credential Manager";

    public Task<string?> FindAsync(string host, CancellationToken cancellationToken)
    {
        if (!CredRead(Target(host), Generic, 0, out Credential* credential))
        {
            return Marshal.GetLastPInvokeError() == NotFound
                ? Task.FromResult<string?>(null)
                : throw Refusal(Marshal.GetLastPInvokeError());
        }

        try
        {
            return Task.FromResult<string?>(Encoding.UTF8.GetString(credential->Blob, (int)credential->BlobSize));
        }
        finally
        {
            CredFree(credential);
        }
    }

    public Task StoreAsync(string host, string token, CancellationToken cancellationToken)
    {
        byte[] secret = Encoding.UTF8.GetBytes(token);
        fixed (byte* blob = secret)
        fixed (char* target = Target(host))
        fixed (char* user = "clickup-mcp")
        {
            Credential credential = new()
            {
                Type = Generic,
                TargetName = target,
                BlobSize = (uint)secret.Length,
                Blob = blob,
                Persist = OfThisMachine,
                UserName = user,
            };
            if (!CredWrite(&credential, 0))
            {
                throw Refusal(Marshal.GetLastPInvokeError());
            }
        }

        return Task.CompletedTask;
    }

    public Task<bool> RemoveAsync(string host, CancellationToken cancellationToken)
    {
        if (CredDelete(Target(host), Generic, 0))
        {
            return Task.FromResult(true);
        }

        return Marshal.GetLastPInvokeError() == NotFound
            ? Task.FromResult(false)
            : throw Refusal(Marshal.GetLastPInvokeError());
    }

    private static string Target(string host) => $"clickup-mcp:{host}";

    private static UnusableException Refusal(int error) =>
        new($"The Credential Manager refused (error {error}). Use CLICKUP_API_KEY or --api-key-file instead.");

    [LibraryImport(
        "advapi32.dll",
        EntryPoint = "CredReadW",
        SetLastError = true,
        StringMarshalling = StringMarshalling.Utf16
    )]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool CredRead(string target, uint type, uint flags, out Credential* credential);

    [LibraryImport("advapi32.dll", EntryPoint = "CredWriteW", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool CredWrite(Credential* credential, uint flags);

    [LibraryImport(
        "advapi32.dll",
        EntryPoint = "CredDeleteW",
        SetLastError = true,
        StringMarshalling = StringMarshalling.Utf16
    )]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool CredDelete(string target, uint type, uint flags);

    [LibraryImport("advapi32.dll")]
    private static partial void CredFree(Credential* credential);

    /// <summary>CREDENTIALW.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Credential
    {
        public uint Flags;
        public uint Type;
        public char* TargetName;
        public char* Comment;
        public ulong LastWritten;
        public uint BlobSize;
        public byte* Blob;
        public uint Persist;
        public uint AttributeCount;
        public void* Attributes;
        public char* TargetAlias;
        public char* UserName;
    }
}
