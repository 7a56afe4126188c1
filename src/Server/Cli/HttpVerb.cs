using System.Net;
using System.Runtime.InteropServices;
using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Access;
using ClickUpMcp.Hosting.Http;
using ClickUpMcp.Observability;
using ClickUpMcp.Transport.Http;

namespace ClickUpMcp.Cli;

/// <summary><c>http</c>: serves many clients over HTTP.</summary>
internal sealed class HttpVerb : IVerb
{
    private const string Check = "check";

    public string Usage => "http [--listen ADDRESS:PORT] [--sandbox] [--check] [options]";

    public string Summary => "serve MCP over HTTP, at /mcp";

    public VerbFlag[] Flags =>
        [
            SandboxVerb.Flag,
            new VerbFlag(Check, null, "only say whether it would start: settings, files, certificate, store, address"),
        ];

    public Setting[] OwnSettings => HttpSettings.All;

    public bool TakesSettings => true;

    public int Run(CommandArguments arguments, CliEnvironment environment)
    {
        PositionalArguments.Expect(arguments, 0);
        ThreadPoolSpin.Allow();
        ServerOptions options = OptionsLoader.Load(arguments, environment.Variable, OwnSettings);
        if (arguments.Has(Check))
        {
            environment.Composition.Validate(options);
            return CheckAsync(options, environment).GetAwaiter().GetResult();
        }

        if (ActivatedSocket.Find(environment.Variable) is { } activated)
        {
            options.Http.Activated = activated;
            options.Http.Listen = activated.EndPoint;
        }

        environment.Composition.Validate(options);
        RunAsync(options, environment).GetAwaiter().GetResult();
        return ExitCode.Ok;
    }

    /// <summary>Starts the server and ends it, on ports that nobody knows: one that serves is neither disturbed nor in the way.</summary>
    private static async Task<int> CheckAsync(ServerOptions options, CliEnvironment environment)
    {
        Finding[] unknown = [.. UnknownVariables.Find(environment.VariableNames)];
        foreach (Finding finding in unknown)
        {
            environment.WriteError(finding.Text);
        }

        using LogWriter log = environment.Composition.CreateLog(options);
        await using AccessServices access = await environment.Composition.CreateAccessAsync(options);
        ITenants tenants = environment.Composition.CreateTenants(options, access);
        IPEndPoint listen = options.Http.Listen;
        options.Http.Listen = new IPEndPoint(listen.Address, 0);
        if (options.Http.AdminSocket is { } socket)
        {
            AdminSocket.Examine(socket);
            options.Http.AdminSocket = null;
        }

        options.MetricsListen = options.MetricsListen is { } metrics ? new IPEndPoint(metrics.Address, 0) : null;
        await using HttpHost host = await HttpHost.StartAsync(tenants, options, log, environment.Time, access);
        await host.StopAsync();
        environment.WriteLine($"A server with these settings starts; it will listen on {listen}.");
        return unknown.Length == 0 ? ExitCode.Ok : ExitCode.Failed;
    }

    private static async Task RunAsync(ServerOptions options, CliEnvironment environment)
    {
        using LogWriter log = environment.Composition.CreateLog(options);
        await using AccessServices access = await environment.Composition.CreateAccessAsync(options);
        ITenants tenants = environment.Composition.CreateTenants(options, access);
        var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var signals = new ShutdownSignals(() => stop.TrySetResult());
        await using HttpHost host = await HttpHost.StartAsync(tenants, options, log, environment.Time, access);
        using PosixSignalRegistration? reload = OperatingSystem.IsWindows()
            ? null
            : PosixSignalRegistration.Create(
                PosixSignal.SIGHUP,
                context =>
                {
                    context.Cancel = true;
                    host.Reload();
                }
            );
        environment.WriteLine(host.Address.ToString());
        await stop.Task;
        await host.StopAsync();
    }
}
