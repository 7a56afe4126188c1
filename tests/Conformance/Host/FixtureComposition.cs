using ClickUpMcp.Hosting;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Transport;
using ClickUpMcp.Transport.Http;

namespace ClickUpMcp.Conformance;

/// <summary>The product, but for its tenants over HTTP.</summary>
internal sealed class FixtureComposition(IComposition product) : IComposition
{
    public ServerIdentity Identity => product.Identity;

    public void Validate(ServerOptions options) => product.Validate(options);

    public IToolGateway CreateGateway(ServerOptions options) => product.CreateGateway(options);

    public ITenants CreateTenants(ServerOptions options) => new FixtureTenants(Identity);

    public IReadOnlyList<ToolDescriptor> DescribeTools(ServerOptions options) => product.DescribeTools(options);

    public Task<IReadOnlyList<Finding>> CheckAsync(ServerOptions options, CancellationToken cancellationToken) =>
        product.CheckAsync(options, cancellationToken);

    public Task RunSandboxAsync(
        SandboxOptions options,
        int port,
        Action<string> started,
        CancellationToken cancellationToken
    ) => product.RunSandboxAsync(options, port, started, cancellationToken);
}
