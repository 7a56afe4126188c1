using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Transport;

namespace ClickUpMcp.Hosting;

/// <summary>The one place where the parts of the program are joined.</summary>
internal sealed class CompositionRoot : IComposition
{
    public ServerIdentity Identity { get; } = new("clickup-mcp", "ClickUp", BuildInfo.Version, string.Empty);

    public void Validate(ServerOptions options) { }

    public IToolGateway CreateGateway(ServerOptions options) => new NoTools();

    public IReadOnlyList<ToolDescriptor> DescribeTools(ServerOptions options) => [];

    public Task RunSandboxAsync(int port, Action<string> started, CancellationToken cancellationToken) =>
        Task.CompletedTask;
}
