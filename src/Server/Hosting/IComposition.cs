using ClickUpMcp.Hosting.Access;
using ClickUpMcp.Observability;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Transport.Http;

namespace ClickUpMcp.Hosting;

/// <summary>What the verbs need of the rest of the program, each part created only when it is asked for.</summary>
internal interface IComposition
{
    /// <summary>What the server says of itself.</summary>
    ServerIdentity Identity { get; }

    /// <summary>Checks the names of tools, categories and persona in the options; cheap, it runs at every start.</summary>
    /// <exception cref="OptionsException">One does not exist.</exception>
    void Validate(ServerOptions options);

    /// <summary>The log of the program, always the same.</summary>
    LogWriter CreateLog(ServerOptions options);

    /// <summary>Creates what one client may use; the tools, with all that stands behind them, when they are first asked for.</summary>
    ServerInventory CreateInventory(ServerOptions options);

    /// <summary>Creates what lets principals in over HTTP, besides the file of bearer tokens.</summary>
    /// <exception cref="OptionsException">What is configured of it is not whole.</exception>
    /// <exception cref="Storage.StoreException">The store cannot be used.</exception>
    Task<AccessServices> CreateAccessAsync(ServerOptions options);

    /// <summary>Creates what makes the tools of each tenant of a server over HTTP.</summary>
    /// <param name="options">What the operator configured.</param>
    /// <param name="access">What stands behind its principals; null for nothing.</param>
    ITenants CreateTenants(ServerOptions options, AccessServices? access = null);

    /// <summary>The tools that these options show, in the order of the list.</summary>
    IReadOnlyList<ToolDescriptor> DescribeTools(ServerOptions options);

    /// <summary>The names of all tools that there are, whatever the options show.</summary>
    IReadOnlyList<string> ToolNames { get; }

    /// <summary>A tool by name or alias, whatever the options show; null when there is none.</summary>
    ToolDescriptor? DescribeTool(string name);

    /// <summary>Looks at what the options come to, and asks ClickUp.</summary>
    /// <param name="options">The options, which are valid in themselves.</param>
    /// <param name="found">Takes each finding as soon as it is there.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task CheckAsync(ServerOptions options, Action<Finding> found, CancellationToken cancellationToken);

    /// <summary>Asks ClickUp for the workspaces that the token sees: their ids and names.</summary>
    /// <exception cref="UnusableException">ClickUp cannot be reached, or does not accept the token.</exception>
    Task<IReadOnlyList<(string Id, string Name)>> GetWorkspacesAsync(
        ServerOptions options,
        CancellationToken cancellationToken
    );

    /// <summary>Serves an in-memory ClickUp on a loopback port until it is told to stop.</summary>
    /// <param name="options">How much it holds and how it behaves.</param>
    /// <param name="port">0 picks a free one.</param>
    /// <param name="started">Called with the address once it listens.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task RunSandboxAsync(SandboxOptions options, int port, Action<string> started, CancellationToken cancellationToken);
}
