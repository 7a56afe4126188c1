using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Access;
using ClickUpMcp.Observability;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Transport.Http;

namespace ClickUpMcp.Conformance;

/// <summary>The product with another inventory.</summary>
internal sealed class FixtureComposition(IComposition product) : IComposition
{
    public ServerIdentity Identity => product.Identity;

    public void Validate(ServerOptions options) => product.Validate(options);

    public LogWriter CreateLog(ServerOptions options) => product.CreateLog(options);

    public ServerInventory CreateInventory(ServerOptions options) => Fixtures.Create(Identity);

    public Task<AccessServices> CreateAccessAsync(ServerOptions options) => Task.FromResult(new AccessServices());

    public ITenants CreateTenants(ServerOptions options, AccessServices? access = null) =>
        new FixtureTenants(Fixtures.Create(Identity));

    public IReadOnlyList<ToolDescriptor> DescribeTools(ServerOptions options) => product.DescribeTools(options);

    public IReadOnlyList<string> ToolNames => product.ToolNames;

    public ToolDescriptor? DescribeTool(string name) => product.DescribeTool(name);

    public Task CheckAsync(ServerOptions options, Action<Finding> found, CancellationToken cancellationToken) =>
        product.CheckAsync(options, found, cancellationToken);

    public Task<IReadOnlyList<(string Id, string Name)>> GetWorkspacesAsync(
        ServerOptions options,
        CancellationToken cancellationToken
    ) => product.GetWorkspacesAsync(options, cancellationToken);

    public Task RunSandboxAsync(
        SandboxOptions options,
        int port,
        Action<string> started,
        CancellationToken cancellationToken
    ) => product.RunSandboxAsync(options, port, started, cancellationToken);
}
