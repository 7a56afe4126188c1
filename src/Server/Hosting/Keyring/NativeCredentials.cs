using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace ClickUpMcp.Hosting.Keyring;

/// <summary>Calls the Credential Manager of Windows; nothing but calls, since no test runs there.</summary>
[SupportedOSPlatform("windows")]
internal sealed partial class NativeCredentials : ICredentialApi
{
    private const string Library = "advapi32.dll";

    public int Read(string target, out nint credential) =>
        CredRead(target, NativeCredential.Generic, 0, out credential) ? 0 : Marshal.GetLastPInvokeError();

    public int Write(in NativeCredential credential) => CredWrite(in credential, 0) ? 0 : Marshal.GetLastPInvokeError();

    public int Delete(string target) =>
        CredDelete(target, NativeCredential.Generic, 0) ? 0 : Marshal.GetLastPInvokeError();

    public void Free(nint credential) => CredFree(credential);

    [LibraryImport(Library, EntryPoint = "CredReadW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool CredRead(string target, uint type, uint flags, out nint credential);

    [LibraryImport(Library, EntryPoint = "CredWriteW", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool CredWrite(in NativeCredential credential, uint flags);

    [LibraryImport(
        Library,
        EntryPoint = "CredDeleteW",
        SetLastError = true,
        StringMarshalling = StringMarshalling.Utf16
    )]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool CredDelete(string target, uint type, uint flags);

    [LibraryImport(Library)]
    private static partial void CredFree(nint credential);
}
