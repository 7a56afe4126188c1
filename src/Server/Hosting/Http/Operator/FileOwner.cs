using System.Runtime.InteropServices;

namespace ClickUpMcp.Hosting.Http;

/// <summary>What a path is and whose, without following a link; .NET does not say either of a socket.</summary>
internal static partial class FileOwner
{
    private const string SystemLayer = "libSystem.Native";
    private const int TypeMask = 0xF000;
    private const int SocketType = 0xC000;
    private const int LinkType = 0xA000;
    private const int SharedFolder = 0x200;
    private const int OthersWrite = 0x12;

    /// <summary>Looks at a path; null where there is nothing.</summary>
    public static FileFacts? Find(string path)
    {
        // The runtime's structure begins with these members and is shorter than this.
        Span<byte> status = stackalloc byte[512];
        if (Status(path, ref MemoryMarshal.GetReference(status)) != 0)
        {
            return null;
        }

        ReadOnlySpan<int> members = MemoryMarshal.Cast<byte, int>(status);
        (int mode, uint user) = (members[1], (uint)members[2]);
        return new FileFacts(
            (mode & TypeMask) == SocketType,
            (mode & TypeMask) == LinkType,
            user == UserOfProcess(),
            user == 0,
            (mode & OthersWrite) != 0 && (mode & SharedFolder) == 0
        );
    }

    [LibraryImport(SystemLayer, EntryPoint = "SystemNative_LStat", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Status(string path, ref byte status);

    [LibraryImport(SystemLayer, EntryPoint = "SystemNative_GetEUid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint UserOfProcess();
}
