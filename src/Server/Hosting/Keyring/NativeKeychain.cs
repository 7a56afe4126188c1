using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace ClickUpMcp.Hosting.Keyring;

/// <summary>Calls the keychain of macOS; nothing but calls, since no test runs there.</summary>
[SupportedOSPlatform("macos")]
internal sealed partial class NativeKeychain : IKeychainApi
{
    private const string Security = "/System/Library/Frameworks/Security.framework/Security";
    private const string CoreFoundation = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation";

    public int Find(byte[] service, byte[] account, out uint length, out nint data, out nint item) =>
        SecKeychainFindGenericPassword(
            0,
            (uint)service.Length,
            service,
            (uint)account.Length,
            account,
            out length,
            out data,
            out item
        );

    public int Add(byte[] service, byte[] account, byte[] secret) =>
        SecKeychainAddGenericPassword(
            0,
            (uint)service.Length,
            service,
            (uint)account.Length,
            account,
            (uint)secret.Length,
            secret,
            0
        );

    public int Delete(nint item) => SecKeychainItemDelete(item);

    public void FreeContent(nint data) => _ = SecKeychainItemFreeContent(0, data);

    public void Release(nint item) => CFRelease(item);

    [LibraryImport(Security)]
    private static partial int SecKeychainFindGenericPassword(
        nint keychain,
        uint serviceLength,
        byte[] service,
        uint accountLength,
        byte[] account,
        out uint length,
        out nint data,
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
    private static partial int SecKeychainItemFreeContent(nint attributes, nint data);

    [LibraryImport(CoreFoundation)]
    private static partial void CFRelease(nint item);
}
