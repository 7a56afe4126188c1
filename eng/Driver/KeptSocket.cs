using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace ClickUpMcp.Driver;

/// <summary>A socket that listens on the loopback and is passed to one server after the other, as systemd passes one.</summary>
public sealed partial class KeptSocket : IDisposable
{
    // sd_listen_fds(3): it is descriptor 3, and the variable names the process that it is meant for, which only that process knows.
    private const string Pass = """exec 3<&"$1"; shift; export LISTEN_FDS=1 LISTEN_PID=$$; exec "$@" """;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly int _inherited;

    public KeptSocket()
    {
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _socket.Listen();
        // Children inherit a duplicate, but not the sockets of .NET.
        _inherited = Duplicate((int)_socket.Handle);
    }

    public int Port => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    /// <summary>Starts a program that finds the socket as one of systemd's.</summary>
    public ChildProcess Start(
        string program,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string?>? environment
    ) => ChildProcess.Start("bash", ["-c", Pass, "bash", $"{_inherited}", program, .. arguments], environment);

    public void Dispose()
    {
        _ = Close(_inherited);
        _socket.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "dup")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Duplicate(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
