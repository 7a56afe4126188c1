using ClickUpMcp.Observability;
using ClickUpMcp.Transport;

namespace ClickUpMcp.Hosting;

/// <summary>Runs the server for the process that started this one, on the standard streams.</summary>
internal static class StdioHost
{
    /// <summary>Serves until the input ends, the client stops reading, or a signal asks for the end.</summary>
    public static void Run(IComposition composition, ServerOptions options, TimeProvider time)
    {
        var log = new LogWriter(new Lazy<Stream>(StandardStreams.OpenError()), options.LogLevel, time);
        using var loggers = new StderrLoggerFactory(log);
        var server = new StdioServer(
            StandardStreams.OpenInput(),
            StandardStreams.OpenOutput(),
            composition.Identity,
            () => composition.CreateGateway(options),
            loggers,
            outputClosed: Exit
        );
        using var signals = new ShutdownSignals(() =>
        {
            server.Stop();
            Exit();
        });
        server.Run();
    }

    /// <summary>Ends the process although its main thread waits for input, which nothing else can interrupt.</summary>
    private static void Exit() => Environment.Exit(0);
}
