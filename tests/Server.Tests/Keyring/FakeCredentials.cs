using System.Runtime.InteropServices;
using ClickUpMcp.Hosting.Keyring;

namespace ClickUpMcp.Tests.Keyring;

/// <summary>A credential manager in memory, which counts what it lends, and refuses what it is told to.</summary>
internal sealed class FakeCredentials : ICredentialApi
{
    private const int NotFound = 1168;

    private readonly Dictionary<string, byte[]> _items = [];

    /// <summary>What each call returns instead of being done; 0 for nothing.</summary>
    public int Error { get; set; }

    /// <summary>The credentials that it has lent and not got back.</summary>
    public int Lent { get; private set; }

    /// <summary>What was written last, with its user.</summary>
    public (NativeCredential Credential, string? User) Written { get; private set; }

    public IEnumerable<string> Targets => _items.Keys;

    public int Read(string target, out nint credential)
    {
        credential = 0;
        if (Error != 0 || !_items.TryGetValue(target, out byte[]? blob))
        {
            return Error != 0 ? Error : NotFound;
        }

        int head = Marshal.SizeOf<NativeCredential>();
        credential = Marshal.AllocHGlobal(head + blob.Length + 1);
        Marshal.Copy(blob, 0, credential + head, blob.Length);
        Marshal.WriteByte(credential + head, blob.Length, (byte)'!');
        NativeCredential found = new() { BlobSize = (uint)blob.Length, Blob = credential + head };
        Marshal.StructureToPtr(found, credential, fDeleteOld: false);
        Lent++;
        return 0;
    }

    public int Write(in NativeCredential credential)
    {
        if (Error != 0)
        {
            return Error;
        }

        byte[] blob = new byte[credential.BlobSize];
        Marshal.Copy(credential.Blob, blob, 0, blob.Length);
        _items[Marshal.PtrToStringUni(credential.TargetName)!] = blob;
        Written = (credential, Marshal.PtrToStringUni(credential.UserName));
        return 0;
    }

    public int Delete(string target) =>
        Error != 0 ? Error
        : _items.Remove(target) ? 0
        : NotFound;

    public void Free(nint credential)
    {
        Marshal.FreeHGlobal(credential);
        Lent--;
    }
}
