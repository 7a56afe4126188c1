using System.Text;
using ClickUpMcp.Api;
using ClickUpMcp.Files;
using ClickUpMcp.Projection;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.RateLimiting;
using ClickUpMcp.Resolution;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Runtime;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Places;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Examples;

/// <summary>The real tools over a freshly seeded sandbox, with everything they send recorded.</summary>
internal sealed class SandboxSession
{
    private readonly RecordingHandler _handler;
    private readonly ToolServices _services;
    private readonly ToolDispatcher _dispatcher;
    private readonly List<string> _log = [];
    private readonly Func<WorkspaceDirectory> _newDirectory;

    public SandboxSession(
        ToolPolicyOptions? options = null,
        OutputFormat format = OutputFormat.Text,
        int maximumBytes = 60_000,
        bool isStructured = false,
        string? timeZone = null,
        string? accountTimeZone = SandboxSeed.TimeZone,
        string owner = TestCursors.Anna,
        ToolPolicyOptions? narrowing = null,
        bool secondWorkspace = false,
        IReadOnlyList<string>? workspaces = null,
        CatalogView? catalog = null,
        ISpentConfirmations? spent = null,
        Func<SandboxServer, FileSources>? files = null,
        SessionLimits? limits = null,
        Func<IClickUpClient, IClickUpClient>? around = null,
        bool journal = false,
        IChangeStore? changes = null,
        string? places = null,
        PolicyRules? rules = null,
        string who = "anna"
    )
    {
        // One day, so that relative dates mean the same in every run.
        ManualTimeProvider time = new(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
        Time = time;
        Sandbox = new SandboxServer(
            new SandboxOptions
            {
                RequestsPerMinute = 0,
                TimeZone = accountTimeZone,
                SecondWorkspace = secondWorkspace,
            },
            time
        );
        RecordingHandler handler = new(new SandboxMessageHandler(Sandbox));
        _handler = handler;
        Sent = handler.Sent;
        UpstreamGate gate = new(new UpstreamLimitOptions { PerMinute = 0 }, new LimitCounters(), time);
        ClickUpCredentials visitor = new(SandboxSeed.Token);
        ClickUpClient account = new(
            visitor,
            new() { Dialect = ToolCatalog.Upstream },
            time,
            gate,
            visitor.Fingerprint(),
            () => handler
        );
        IClickUpClient sent = around?.Invoke(account) ?? account;
        IClickUpClient client = workspaces is null ? sent : new WorkspaceGuard(sent, workspaces, time);
        ResolverOptions resolution = new() { TimeZoneId = timeZone };
        WorkspaceDirectory? named = null;
        if (places is not null || rules is not null)
        {
            client = new PlaceGuard(
                client,
                places is null ? [] : [WritePlace.ParseList(places)],
                EmittedCatalog.Instance,
                () => named!,
                time
            );
        }

        _newDirectory = () => new WorkspaceDirectory(client, resolution, time);
        WorkspaceDirectory directory = _newDirectory();
        named = directory;
        // Else the first result with a date would ask for the user's zone after the tool's own request.
        directory.GetUserAsync(TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        handler.Clear();
        RecordingClient tools = new(client);
        Requests = tools.Requests;
        _services = new ToolServices(
            new DirectoryRefreshingClient(tools, directory),
            directory,
            new NameResolver(directory, resolution),
            new Projector(format, maximumBytes, isStructured),
            TestCursors.Codec(time, owner),
            time
        )
        {
            Files = (files ?? FilesOf)(Sandbox),
            Changes = journal ? new ChangeJournal(time, changes) : null,
        };
        catalog ??= EmittedCatalog.Instance;
        ToolPolicy policy = ToolPolicy.Create(options ?? new ToolPolicyOptions(), catalog);
        if (narrowing is not null)
        {
            policy = policy.And(ToolPolicy.Create(narrowing, catalog));
        }

        Inventory = new ToolInventory(
            catalog,
            rules is null ? policy : new RuledSelection(policy, who, () => rules, time)
        );
        _dispatcher = new ToolDispatcher(Inventory, _services, _log.Add)
        {
            Confirmations = new ConfirmationSeal(TestCursors.Key, owner, spent ?? new SpentInMemory(time), time),
            Session = limits ?? new SessionLimits(),
        };
    }

    /// <summary>What a client over HTTP may do with files: fetch those that the sandbox keeps.</summary>
    public static FileSources FilesOf(SandboxServer sandbox) =>
        new(
            null,
            new UrlFiles(new FileAccessOptions(), TimeProvider.System, NoConnection),
            new UpstreamFiles(
                [],
                new NearFiles(sandbox.Files.Address, () => new SandboxMessageHandler(sandbox)),
                TimeProvider.System,
                NoConnection
            )
        );

    private static HttpMessageHandler NoConnection() =>
        throw new InvalidOperationException("This session opens no connection.");

    /// <summary>The tools that its policies leave.</summary>
    public ToolInventory Inventory { get; }

    /// <summary>Its clock.</summary>
    public ManualTimeProvider Time { get; }

    /// <summary>The ClickUp behind it all.</summary>
    public SandboxServer Sandbox { get; }

    /// <summary>The requests in the order they were sent.</summary>
    public IReadOnlyList<SentRequest> Sent { get; }

    /// <summary>The requests with the bodies of the sandbox's responses.</summary>
    public IReadOnlyList<(SentRequest Request, string Body)> Responses => _handler.Responses;

    /// <summary>The requests of the tools themselves, without look-ups of names.</summary>
    public IReadOnlyCollection<ClickUpRequest> Requests { get; }

    /// <summary>What the tools look names up in.</summary>
    public WorkspaceDirectory Directory => _services.Directory;

    /// <summary>A directory that knows nothing yet.</summary>
    public WorkspaceDirectory NewDirectory() => _newDirectory();

    /// <summary>The body of the sandbox's last result.</summary>
    public string LastResult => _handler.LastResult;

    /// <summary>What it changed; null where that is not noted.</summary>
    public ChangeJournal? Changes => _services.Changes;

    /// <summary>Puts something in the place of responses' bodies.</summary>
    public void Replace(Func<SentRequest, string?> body) => _handler.Replacement = body;

    /// <summary>What a tool declares of its result; null for nothing.</summary>
    public ResponseDefinition? OutputOf(string tool) =>
        EmittedCatalog.Instance.Create(EmittedCatalog.Instance.Find(tool)).Output;

    /// <summary>Calls a tool; fails on a bug of ours.</summary>
    public async Task<ToolResult> CallAsync(
        string tool,
        string arguments,
        ICallPerson? person = null,
        IProgressReporter? progress = null,
        CancellationToken? stop = null
    )
    {
        ToolCallOutcome outcome = await RunAsync(tool, arguments, person, progress, stop);
        return outcome.Result.ShouldNotBeNull(outcome.UnknownTool);
    }

    /// <summary>Calls a tool, which may want to be confirmed; fails on a bug of ours.</summary>
    public async Task<ToolCallOutcome> RunAsync(
        string tool,
        string arguments,
        ICallPerson? person = null,
        IProgressReporter? progress = null,
        CancellationToken? stop = null
    )
    {
        ToolCallOutcome outcome = await _dispatcher.CallAsync(
            tool,
            Encoding.UTF8.GetBytes(arguments),
            progress ?? NoProgress.Instance,
            stop ?? TestContext.Current.CancellationToken,
            person: person
        );
        _log.ShouldBeEmpty();
        return outcome;
    }
}
