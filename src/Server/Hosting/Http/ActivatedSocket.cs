using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ClickUpMcp.Hosting.Http;

/// <summary>The listening socket that systemd opened before it started this process, so that no connection is lost between two of them.</summary>
/// <param name="Handle">Its file descriptor.</param>
/// <param name="EndPoint">Where it listens.</param>
internal sealed record ActivatedSocket(ulong Handle, IPEndPoint EndPoint)
{
    private const string Count = "LISTEN_FDS";
    private const string Process = "LISTEN_PID";

    /// <summary>The first descriptor that is passed, by sd_listen_fds(3).</summary>
    private const int First = 3;

    /// <summary>The socket that is meant for this process; null when there is none.</summary>
    /// <param name="variable">Looks up an environment variable.</param>
    /// <param name="first">The descriptor to expect it at.</param>
    /// <exception cref="UnusableException">There are several, or it is no socket of TCP that listens.</exception>
    public static ActivatedSocket? Find(Func<string, string?> variable, int first = First)
    {
        // Variables that a parent was meant to read are inherited too.
        string own = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        if (OperatingSystem.IsWindows() || variable(Process) != own || variable(Count) is not { } count)
        {
            return null;
        }

        return count == "1"
            ? new ActivatedSocket((ulong)first, EndPointOf(first))
            : throw new UnusableException(
                $"{Count} is {count}, but this server listens on one socket: leave one ListenStream."
            );
    }

    private static IPEndPoint EndPointOf(int descriptor)
    {
        try
        {
            using Socket socket = new(new SafeSocketHandle(descriptor, ownsHandle: false));
            return socket.LocalEndPoint as IPEndPoint ?? throw NoTcp();
        }
        catch (SocketException)
        {
            throw NoTcp();
        }
    }

    private static UnusableException NoTcp() =>
        new("The socket that was passed must be one of TCP: ListenStream takes an address and a port.");
}
