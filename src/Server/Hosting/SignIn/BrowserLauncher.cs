using System.Runtime.InteropServices;
using System.Text;
using Tmds.DBus.Protocol;

namespace ClickUpMcp.Hosting.SignIn;

/// <summary>Shows an address in the user's browser by what the operating system has for that; no process is started here.</summary>
internal static partial class BrowserLauncher
{
    private const int Shown = 1;
    private const int LastError = 32;
    private const uint Utf8 = 0x08000100;
    private const string CoreFoundation = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation";
    private const string CoreServices = "/System/Library/Frameworks/CoreServices.framework/CoreServices";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Tries to; whether something took the address.</summary>
    public static async Task<bool> TryOpenAsync(string address, TimeProvider time)
    {
        if (OperatingSystem.IsWindows())
        {
            return ShellExecute(0, "open", address, null, null, Shown) > LastError;
        }

        return OperatingSystem.IsMacOS() ? OpenOnMac(address) : await AskPortalAsync(address, time);
    }

    private static async Task<bool> AskPortalAsync(string address, TimeProvider time)
    {
        if (DBusAddress.Session is not { } bus)
        {
            return false;
        }

        try
        {
            using DBusConnection connection = new(bus);
            await connection.ConnectAsync().AsTask().WaitAsync(Patience, time);
            await connection.CallMethodAsync(Request(connection, address)).WaitAsync(Patience, time);
            return true;
        }
        catch (Exception e) when (e is DBusExceptionBase or TimeoutException)
        {
            return false;
        }
    }

    private static MessageBuffer Request(DBusConnection connection, string address)
    {
        using MessageWriter writer = connection.GetMessageWriter();
        writer.WriteMethodCallHeader(
            "org.freedesktop.portal.Desktop",
            "/org/freedesktop/portal/desktop",
            "org.freedesktop.portal.OpenURI",
            "OpenURI",
            "ssa{sv}"
        );
        writer.WriteString(string.Empty);
        writer.WriteString(address);
        ArrayStart options = writer.WriteDictionaryStart();
        writer.WriteDictionaryEnd(options);
        return writer.CreateMessage();
    }

    private static bool OpenOnMac(string address)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(address);
        nint url = CFURLCreateWithBytes(0, bytes, bytes.Length, Utf8, 0);
        if (url == 0)
        {
            return false;
        }

        int status = LSOpenCFURLRef(url, 0);
        CFRelease(url);
        return status == 0;
    }

    [LibraryImport("shell32.dll", EntryPoint = "ShellExecuteW", StringMarshalling = StringMarshalling.Utf16)]
    private static partial nint ShellExecute(
        nint window,
        string verb,
        string file,
        string? parameters,
        string? folder,
        int show
    );

    [LibraryImport(CoreFoundation)]
    private static partial nint CFURLCreateWithBytes(
        nint allocator,
        byte[] bytes,
        nint length,
        uint encoding,
        nint baseUrl
    );

    [LibraryImport(CoreServices)]
    private static partial int LSOpenCFURLRef(nint url, nint opened);

    [LibraryImport(CoreFoundation)]
    private static partial void CFRelease(nint item);
}
