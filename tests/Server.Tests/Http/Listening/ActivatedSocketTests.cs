using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Http;

namespace ClickUpMcp.Tests.Http;

/// <summary>A socket that was opened for this process is found, under the same rules as one of its own.</summary>
public sealed class ActivatedSocketTests : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public void Dispose() => _socket.Dispose();

    [Fact]
    public void One_that_others_can_reach_needs_what_such_an_address_needs()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no systemd on Windows.");
        ServerOptions options = new();
        options.Http.Listen = Listening(IPAddress.Any).EndPoint;

        Should.Throw<OptionsException>(() => HttpStartRules.Check(options)).Message.ShouldContain("must authenticate");
    }

    [Theory]
    [InlineData("1", "0")]
    [InlineData(null, null)]
    [InlineData(null, "own")]
    public void What_is_meant_for_another_process_is_left(string? count, string? process) =>
        ActivatedSocket.Find(Variables(count, process)).ShouldBeNull();

    [Fact]
    public void Several_sockets_or_none_of_TCP_are_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no systemd on Windows.");
        Should
            .Throw<UnusableException>(() => ActivatedSocket.Find(Variables("2", "own")))
            .Message.ShouldContain("ListenStream");
        using FileStream file = File.OpenRead(typeof(ActivatedSocketTests).Assembly.Location);
        int descriptor = (int)file.SafeFileHandle.DangerousGetHandle();
        Should
            .Throw<UnusableException>(() => ActivatedSocket.Find(Variables("1", "own"), descriptor))
            .Message.ShouldContain("TCP");
    }

    private ActivatedSocket Listening(IPAddress address)
    {
        _socket.Bind(new IPEndPoint(address, 0));
        _socket.Listen();
        return ActivatedSocket.Find(Variables("1", "own"), (int)_socket.Handle).ShouldNotBeNull();
    }

    private static Func<string, string?> Variables(string? count, string? process) =>
        name =>
            name switch
            {
                "LISTEN_FDS" => count,
                "LISTEN_PID" when process == "own" => Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
                "LISTEN_PID" => process,
                _ => null,
            };
}
