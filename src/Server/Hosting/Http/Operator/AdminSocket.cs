using System.Net.Sockets;

namespace ClickUpMcp.Hosting.Http;

/// <summary>The socket in the file system over which the operator speaks to a running server: its user's alone.</summary>
internal static class AdminSocket
{
    /// <summary>The flag that names it.</summary>
    public const string Flag = "--admin-socket";

    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Looks whether a socket may be made at a path; says whether there is one of this user by now.</summary>
    /// <exception cref="OptionsException">It may not.</exception>
    public static bool Examine(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            throw WithoutPermissions();
        }

        FileFacts? folder = FileOwner.Find(FolderOf(path));
        if (folder is null or { IsLink: true })
        {
            throw new UnusableException($"The folder of {Flag} must be there, and be no link.");
        }

        if (folder is { IsOwn: false, IsOfRoot: false } or { IsOpen: true })
        {
            throw new UnusableException(
                $"Others could put a socket of theirs in the place of {Flag}: name one in a folder that only this user or root may write to."
            );
        }

        return FileOwner.Find(path) switch
        {
            null => false,
            { IsLink: true } => throw new UnusableException($"{Flag} must not be a link; name another path."),
            { IsSocket: false } => throw new UnusableException(
                $"There is a file in the place of {Flag}; name another path."
            ),
            { IsOwn: false } => throw new UnusableException(
                $"The socket of {Flag} belongs to another user; name another path."
            ),
            _ => true,
        };
    }

    /// <summary>Makes the socket; nobody can connect before it is its user's alone.</summary>
    /// <exception cref="OptionsException">It cannot be made, or another server has it.</exception>
    public static Socket Bind(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            throw WithoutPermissions();
        }

        Socket? socket = null;
        try
        {
            UnixDomainSocketEndPoint place = new(Path.GetFullPath(path));
            if (Examine(path))
            {
                RemoveStale(path, place);
            }

            socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            socket.Bind(place);
            // Whoever connects must be able to write to it, and is refused until it listens.
            File.SetUnixFileMode(path, Own);
            return socket;
        }
        catch (Exception e)
            when (e is IOException or SocketException or UnauthorizedAccessException or ArgumentException)
        {
            socket?.Dispose();
            throw new UnusableException(
                $"The socket of {Flag} cannot be made: its folder must be writable and its path not longer than some 100 characters."
            );
        }
    }

    private static void RemoveStale(string path, UnixDomainSocketEndPoint place)
    {
        using Socket probe = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            probe.Connect(place);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionRefused)
        {
            File.Delete(path);
            return;
        }

        throw new UnusableException($"Another server has the socket of {Flag}; name a path of its own for each.");
    }

    private static OptionsException WithoutPermissions() =>
        new($"{Flag} needs permissions of sockets, which Windows does not have; leave it out.");

    private static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path)) ?? "/";
}
