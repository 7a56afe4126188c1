using System.Runtime.InteropServices;

namespace ClickUpMcp.Hosting.Keyring;

/// <summary>CREDENTIALW of Windows.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeCredential
{
    /// <summary>CRED_TYPE_GENERIC: of a program, and not of the system's own sign-in.</summary>
    public const uint Generic = 1;

    /// <summary>CRED_PERSIST_LOCAL_MACHINE: for this user on this machine, and nowhere else.</summary>
    public const uint OfThisMachine = 2;

    /// <summary>CRED_MAX_CREDENTIAL_BLOB_SIZE.</summary>
    public const int MostBytes = 5 * 512;

    public uint Flags;
    public uint Type;
    public nint TargetName;
    public nint Comment;
    public ulong LastWritten;
    public uint BlobSize;
    public nint Blob;
    public uint Persist;
    public uint AttributeCount;
    public nint Attributes;
    public nint TargetAlias;
    public nint UserName;
}
