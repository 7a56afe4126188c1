using ClickUpMcp.Transport.Sdk;
using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Transport;

/// <summary>Serves one client over a pair of byte streams, until its side ends.</summary>
internal sealed class StdioServer
{
    // With this and the process's own end, the server is gone within 100 ms of the end of its input.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(60);

    private readonly Stream _input;
    private readonly ToolCallServices _services;
    private readonly SdkServers _sdk;

    /// <param name="input">Where the client writes.</param>
    /// <param name="output">Where the client reads; gets nothing but JSON-RPC.</param>
    /// <param name="identity">What the server says of itself.</param>
    /// <param name="createGateway">Creates the tools; called once, by the first request that needs them.</param>
    /// <param name="loggers">For failures.</param>
    /// <param name="outputClosed">Called once when the client no longer reads.</param>
    public StdioServer(
        Stream input,
        Stream output,
        ServerIdentity identity,
        Func<IToolGateway> createGateway,
        ILoggerFactory loggers,
        Action? outputClosed = null
    )
    {
        _input = input;
        _services = new ToolCallServices(
            identity,
            new Lazy<IToolGateway>(createGateway),
            new MessageWriter(output, outputClosed),
            new InFlightRequests(),
            loggers.CreateLogger("server")
        );
        _sdk = new SdkServers(_services, loggers);
    }

    /// <summary>Reads and answers on the calling thread until the input ends, then shuts down.</summary>
    public void Run()
    {
        using var reader = new LineReader(_input);
        using var handler = new MessageHandler(_services, _sdk);
        while (true)
        {
            switch (reader.Read(out ReadOnlySpan<byte> line))
            {
                case LineKind.End:
                    Stop();
                    return;
                case LineKind.TooLong:
                    handler.RefuseLongLine();
                    break;
                default:
                    handler.Handle(line);
                    break;
            }
        }
    }

    /// <summary>Cancels whatever is in flight and gives calls that finish a moment to be answered.</summary>
    public void Stop()
    {
        _services.InFlight.CancelAll();
        _sdk.Stop();
        _services.InFlight.WaitUntilIdle(Grace);
    }
}
