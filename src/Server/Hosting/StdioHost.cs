using ClickUpMcp.Hosting.Telemetry;
using ClickUpMcp.Observability;
using ClickUpMcp.Protocol;
using ClickUpMcp.Protocol.Recording;
using ClickUpMcp.Transport;

namespace ClickUpMcp.Hosting;

/// <summary>Runs the server for the process that started this one, on the standard streams.</summary>
internal static class StdioHost
{
    /// <summary>Serves until the input ends, the client stops reading, or a signal asks for the end.</summary>
    /// <exception cref="OptionsException">The audit cannot be written.</exception>
    public static void Run(IComposition composition, ServerOptions options, TimeProvider time)
    {
        using LogWriter log = composition.CreateLog(options);
        var logger = new StderrLogger("server", log);
        using AuditLog? audit = AuditLog.Create(options, AuditLog.None, logger, time, keepsOutput: true);
        OtlpExport? export = options.Otlp is { IsOn: true } ? new OtlpExport(options.Otlp, logger) : null;
        using McpTelemetry? telemetry = export is null ? null : new McpTelemetry(McpTelemetry.Pipe, time);
        options.Policy?.OnReload = problem => PolicyFile.Log(logger, problem);
        using var server = new StdioServer(
            StandardStreams.OpenInput(),
            StandardStreams.OpenOutput(),
            composition.CreateInventory(options),
            new CoreServices
            {
                Logger = logger,
                Time = time,
                Audit = audit,
                Telemetry = telemetry,
            },
            options.OnlyWorkspace ?? options.WorkspaceId,
            outputClosed: End,
            watchOutput: StandardStreams.WhenOutputIsClosedAsync
        );
        using var signals = new ShutdownSignals(() =>
        {
            server.Stop();
            export?.StopAsync().Wait();
            End();
        });
        server.Run();
        export?.StopAsync().Wait();

        // Ends the process although its main thread waits for input, which nothing else can interrupt.
        void End()
        {
            audit?.Dispose();
            log.Dispose();
            Environment.Exit(0);
        }
    }
}
