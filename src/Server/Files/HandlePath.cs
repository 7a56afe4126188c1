using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace ClickUpMcp.Files;

/// <summary>Where the file of an open handle is, asked of the system: whatever the path that it was opened by means by now.</summary>
internal static partial class HandlePath
{
    // PROC_PIDFDVNODEPATHINFO of macOS: the path stands after 24 bytes of the descriptor and 152 of the file.
    private const int VnodePath = 2;
    private const int VnodePathSize = 1200;
    private const int VnodePathStart = 176;

    private const string LongPath = @"\\?\";
    private const string LongNetworkPath = @"\\?\UNC\";

    /// <summary>The path without links; null when the system does not tell, or the file is on another machine.</summary>
    public static string? Of(SafeFileHandle handle)
    {
        bool isHeld = false;
        try
        {
            handle.DangerousAddRef(ref isHeld);
            nint descriptor = handle.DangerousGetHandle();
            return OperatingSystem.IsWindows() ? OnWindows(descriptor)
                : OperatingSystem.IsMacOS() ? OnMac((int)descriptor)
                : File.ResolveLinkTarget($"/proc/self/fd/{descriptor}", returnFinalTarget: false)?.FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
        finally
        {
            if (isHeld)
            {
                handle.DangerousRelease();
            }
        }
    }

    [SupportedOSPlatform("windows")]
    private static string? OnWindows(nint handle)
    {
        ushort[] buffer = new ushort[32 * 1024];
        uint length = GetFinalPathNameByHandle(handle, buffer, (uint)buffer.Length, 0);
        if (length == 0 || length >= buffer.Length)
        {
            return null;
        }

        string path = new(MemoryMarshal.Cast<ushort, char>(buffer.AsSpan(0, (int)length)));
        return path.StartsWith(LongNetworkPath, StringComparison.OrdinalIgnoreCase) ? null
            : path.StartsWith(LongPath, StringComparison.Ordinal) ? path[LongPath.Length..]
            : null;
    }

    [SupportedOSPlatform("macos")]
    private static string? OnMac(int descriptor)
    {
        byte[] buffer = new byte[VnodePathSize];
        if (ProcPidFdInfo(Environment.ProcessId, descriptor, VnodePath, buffer, buffer.Length) < VnodePathSize)
        {
            return null;
        }

        ReadOnlySpan<byte> path = buffer.AsSpan(VnodePathStart);
        int end = path.IndexOf((byte)0);
        return end > 0 && path[0] == (byte)'/' ? Encoding.UTF8.GetString(path[..end]) : null;
    }

    [LibraryImport("kernel32.dll", EntryPoint = "GetFinalPathNameByHandleW", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SupportedOSPlatform("windows")]
    private static partial uint GetFinalPathNameByHandle(nint handle, [Out] ushort[] path, uint size, uint flags);

    [LibraryImport("libproc.dylib", EntryPoint = "proc_pidfdinfo")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SupportedOSPlatform("macos")]
    private static partial int ProcPidFdInfo(int process, int descriptor, int flavor, [Out] byte[] buffer, int size);
}
