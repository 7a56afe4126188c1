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
    public string Usage => "http [--listen ADDRESS:PORT] [--sandbox] [options]";

    public string Summary => "serve MCP over HTTP, at /mcp";

    public VerbFlag[] Flags => [SandboxVerb.Flag];

    public Setting[] OwnSettings => HttpSettings.All;

    public bool TakesSettings => true;

    public int Run(CommandArguments arguments, CliEnvironment environment)
    {
        PositionalArguments.Expect(arguments, 0);
        ServerOptions options = OptionsLoader.Load(arguments, environment.Variable, OwnSettings);
        if (ActivatedSocket.Find(environment.Variable) is { } activated)
        {
            options.Http.Activated = activated;
            options.Http.Listen = activated.EndPoint;
        }

        environment.Composition.Validate(options);
        RunAsync(options, environment).GetAwaiter().GetResult();
        return ExitCode.Ok;
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
