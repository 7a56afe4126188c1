using System.Buffers;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Files;
using ClickUpMcp.Hosting.Access;
using ClickUpMcp.Hosting.Http;
using ClickUpMcp.Hosting.Keyring;
using ClickUpMcp.Hosting.SignIn;
using ClickUpMcp.Hosting.Stores;
using ClickUpMcp.Observability;
using ClickUpMcp.Projection;
using ClickUpMcp.Protocol;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Protocol.Offers;
using ClickUpMcp.RateLimiting;
using ClickUpMcp.Resolution;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Places;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Transport.Http;
using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Hosting;

/// <summary>The one place where the parts of the program are joined.</summary>
internal sealed class CompositionRoot(TimeProvider time) : IComposition
{
    private readonly bool? _hasOpenSsl;
    private LogWriter? _log;
    private SandboxServer? _sandbox;

    public ServerIdentity Identity { get; } =
        new(ToolCatalog.ServerName, ToolCatalog.ServerTitle, BuildInfo.Version, ToolCatalog.Instructions);

    /// <summary>Whether the machine has what cryptography needs.</summary>
    public bool HasOpenSsl
    {
        private get => _hasOpenSsl ?? OpenSsl.IsPresent();
        init => _hasOpenSsl = value;
    }

    public LogWriter CreateLog(ServerOptions options) =>
        _log ??= new LogWriter(new Lazy<Stream>(StandardStreams.OpenError()), options.LogLevel, time)
        {
            IsJson = options.LogsJson,
        };

    public void Validate(ServerOptions options)
    {
        ConfiguredPolicy.Create(options);
        if (options.Audit is not (null or AuditLog.None) && !HasOpenSsl)
        {
            throw OpenSsl.StartError;
        }

        try
        {
            // Our own address needs no check, and Uri alone brings half a megabyte of the image into memory.
            if (options.ApiBaseUrl != ServerOptions.PublicApi)
            {
                ClickUpClientOptions.ParseBaseUrl(options.ApiBaseUrl, options.AllowOtherApiHost);
            }
        }
        catch (ActionableException error)
        {
            throw ConfiguredPolicy.AsOptionsError(error);
        }
    }

    public ServerInventory CreateInventory(ServerOptions options)
    {
        options.Policy?.Time = time;
        Lazy<IToolGateway> gateway = new(() => CreateGateway(options));
        return new ServerInventory(Identity, gateway)
        {
            Features = [CreateOffers(options, () => ((ToolGateway)gateway.Value).Inventory, gateway, null, default)],
        };
    }

    public async Task<AccessServices> CreateAccessAsync(ServerOptions options)
    {
        HttpOptions http = options.Http;
        if (!SignInFactory.IsOn(options) && !http.Store.IsDurable)
        {
            return AccessFactory.Create(options.Access, http.Origin, null, null, time);
        }

        LogWriter log = CreateLog(options);
        OpenedStore store = await OpenedStore.OpenAsync(
            http.Store,
            time,
            (level, problem) => log.Write(level, "store", problem),
            CancellationToken.None
        );
        AccessServices access = AccessFactory.Create(
            options.Access,
            http.Origin,
            store.Records,
            store.Sealer,
            time
        ) with
        {
            Opened = store,
        };
        return SignInFactory.IsOn(options)
            ? SignInFactory.AddTo(access, options, store, options.Sandbox ? SandboxOf(options) : null, time)
            : access;
    }

    public ITenants CreateTenants(ServerOptions options, AccessServices? access = null)
    {
        if (!HasOpenSsl)
        {
            throw OpenSsl.StartError;
        }

        options.Policy?.Time = time;
        // One of each for all tenants: they hold budgets by hashed key, connections, and the sandbox.
        LimitTiers limits = new(options, time, access?.Days, access?.Opened?.Budgets);
        Action<string> log = CreateToolLog(options);
        UpstreamTelemetry? telemetry = CreateTelemetry(options);
        Func<ServerOptions, IClickUpClient> createClient = CreateClients(options, limits.Upstream, telemetry);
        SealKey seal = options.Http.CursorKey is { } secret ? SealKey.Of(secret.Reveal()) : SealKey.OfProcess();
        WatchCounts watched = new();
        ISpentConfirmations spent = access?.Opened is { Nodes: not null } shared
            ? new SpentInStore(shared.Records, time)
            : new SpentInMemory(time);
        FileSources files = FileSourcesFactory.Create(options, isLocal: false, SandboxOf, time);
        UploadTickets uploads = new(time);
        TenantFactory factory = new(
            options,
            ConfiguredPolicy.Create(options),
            CreateGateway,
            Identity,
            access?.Credentials,
            (inventory, tools, key) => [CreateOffers(options, () => inventory, tools, watched, key.Principal)]
        );
        return new TenantMap(factory, time) { Uploads = uploads };

        IToolGateway CreateGateway(ServerOptions own, ToolInventory inventory, TenantKey key, Principal principal)
        {
            ToolGateway? made = null;
            return made = new ToolGateway(
                inventory,
                () => limits,
                _ => new ToolDispatcher(
                    inventory,
                    CreateServices(own, ClientOf(own, principal), new CursorCodec(seal, key.Owner, time)) with
                    {
                        Files = files,
                        Uploads = new TenantUploads(uploads, principal, key.Principal, CreateSession, files.MaxBytes),
                        Changes = own.NotesChanges ? new ChangeJournal(time, StoreOf(key, principal)) : null,
                    },
                    log,
                    limits.Calls,
                    // One principal may use several tokens; its calls still count together.
                    new Caller(key.Principal, key.Principal, principal.CallsPerDay)
                )
                {
                    Confirmations = new ConfirmationSeal(seal, key.Owner, spent, time),
                    Session = limits.Session,
                }
            )
            {
                HasOneWorkspace = HasOneWorkspace(own),
            };

            McpSession CreateSession() =>
                new(new ServerInventory(Identity, new Lazy<IToolGateway>(made!)), key.Principal, key.Workspace)
                {
                    PrincipalName = principal.Name,
                };
        }

        // What ends with the process need not leave the session's memory.
        IChangeStore? StoreOf(TenantKey key, Principal principal) =>
            access?.Opened is { } opened && options.Http.Store.IsDurable
                ? new StoredChanges(opened.Records, opened.Sealer, key.Owner, principal.Owner)
                : null;

        IClickUpClient ClientOf(ServerOptions own, Principal principal)
        {
            IClickUpClient client = createClient(own);
            if (
                principal is { Kind: PrincipalKind.Grant, Reference: { } grant }
                && access?.Credentials is { } credentials
            )
            {
                client = new GrantClient(client, grant, credentials);
            }

            return principal.Workspaces.Count == 0 ? client : new WorkspaceGuard(client, principal.Workspaces, time);
        }
    }

    public IReadOnlyList<ToolDescriptor> DescribeTools(ServerOptions options) =>
        [.. CreateToolInventory(options).Listed.Select(index => Describe(index, options.Structured))];

    public IReadOnlyList<string> ToolNames =>
        [.. Enumerable.Range(0, EmittedCatalog.Instance.Count).Select(EmittedCatalog.Instance.Name)];

    public ToolDescriptor? DescribeTool(string name) =>
        EmittedCatalog.Instance.Find(name) is >= 0 and var index ? EmittedCatalog.Instance.Describe(index) : null;

    public async Task CheckAsync(ServerOptions options, Action<Finding> found, CancellationToken cancellationToken)
    {
        if (!HasOpenSsl)
        {
            found(new Finding(false, "openssl", OpenSsl.StartError.Message));
            return;
        }

        if (OpenSsl.Version is { } version)
        {
            found(new Finding(true, "openssl", version));
        }

        using LimitTiers limits = new(options, time);
        ToolServices services = CreateServices(options, CreateClient(options, limits.Upstream), OwnCursors());
        SelfCheck check = new(options, CreateToolInventory(options), limits, services.Directory, time);
        await check.RunAsync(found, cancellationToken);
    }

    public async Task<IReadOnlyList<(string Id, string Name)>> GetWorkspacesAsync(
        ServerOptions options,
        CancellationToken cancellationToken
    )
    {
        if (!HasOpenSsl)
        {
            throw OpenSsl.StartError;
        }

        using LimitTiers limits = new(options, time);
        ToolServices services = CreateServices(options, CreateClient(options, limits.Upstream), OwnCursors());
        try
        {
            IReadOnlyList<WorkspaceInfo> all = await services.Directory.GetWorkspacesAsync(
                afterMiss: false,
                cancellationToken
            );
            return [.. all.Select(static workspace => (workspace.Id, workspace.Name))];
        }
        catch (ActionableException error)
        {
            throw new UnusableException(ConfiguredPolicy.AsOptionsError(error).Message);
        }
    }

    public Task RunSandboxAsync(
        SandboxOptions options,
        int port,
        Action<string> started,
        CancellationToken cancellationToken
    ) =>
        SandboxHost.RunAsync(
            new SandboxServer(options, time),
            port,
            listening => started($"http://127.0.0.1:{listening}"),
            cancellationToken
        );

    private ServerOffers CreateOffers(
        ServerOptions options,
        Func<ToolInventory> inventory,
        Lazy<IToolGateway> gateway,
        WatchCounts? watched,
        UInt128 principal
    ) =>
        new(
            inventory,
            gateway,
            options.Format == OutputFormat.Json,
            options.WatchPace == TimeSpan.Zero
                ? null
                : () => new WatchOptions(options.WatchPace, watched ?? new WatchCounts(), principal, time)
        );

    private ToolGateway CreateGateway(ServerOptions options)
    {
        ToolInventory inventory = CreateToolInventory(options);
        return new ToolGateway(
            inventory,
            () => new LimitTiers(options, time),
            limits => new ToolDispatcher(
                inventory,
                CreateServices(
                    options,
                    CreateClients(options, limits.Upstream, CreateTelemetry(options))(options),
                    OwnCursors()
                ) with
                {
                    Files = FileSourcesFactory.Create(options, isLocal: true, SandboxOf, time),
                },
                CreateToolLog(options),
                limits.Calls
            )
            {
                Session = limits.Session,
            }
        )
        {
            HasOneWorkspace = HasOneWorkspace(options),
        };
    }

    // A configured one is meant, the sandbox has one, and without a token there is none to name.
    private static bool HasOneWorkspace(ServerOptions options) =>
        options.OnlyWorkspace is not null || options.WorkspaceId is not null || options.Sandbox || !options.HasApiKey;

    private static UpstreamTelemetry? CreateTelemetry(ServerOptions options) =>
        options.IsObserved ? new UpstreamTelemetry() : null;

    private static ToolDescriptor Describe(int index, bool isStructured)
    {
        OutputSchema output = ToolCatalog.OutputSchema(index);
        if (!isStructured || !output.IsDeclared)
        {
            return ToolCatalog.Describe(index);
        }

        ArrayBufferWriter<byte> schema = new();
        output.WriteTo(schema);
        return ToolCatalog.Describe(index) with { OutputSchema = schema.WrittenMemory };
    }

    private static ToolInventory CreateToolInventory(ServerOptions options) =>
        new(EmittedCatalog.Instance, ConfiguredPolicy.CreateFor(PolicyFile.Local, options))
        {
            IsStructured = options.Structured,
            IsFull = options.FullSchemas,
        };

    /// <summary>The cursors of a process that serves one person.</summary>
    private CursorCodec OwnCursors() => new(SealKey.OfProcess(), string.Empty, time);

    private ToolServices CreateServices(ServerOptions options, IClickUpClient client, CursorCodec cursors)
    {
        if (options.OnlyWorkspace is { } only)
        {
            client = new WorkspaceGuard(client, [only], time);
        }

        ResolverOptions resolution = new()
        {
            Workspace = options.OnlyWorkspace ?? options.WorkspaceId,
            TimeZoneId = options.TimeZone,
        };
        WorkspaceDirectory? directory = null;
        if (options.WritePlaces.Count > 0 || options.Policy is not null)
        {
            client = new PlaceGuard(client, options.WritePlaces, EmittedCatalog.Instance, () => directory!, time);
        }

        directory = new WorkspaceDirectory(client, resolution, time);
        return new ToolServices(
            new DirectoryRefreshingClient(client, directory),
            directory,
            new NameResolver(directory, resolution),
            new Projector(options.Format, options.MaxResponseBytes, options.Structured),
            cursors,
            time
        )
        {
            Changes = options.NotesChanges ? new ChangeJournal(time) : null,
        };
    }

    private IClickUpClient CreateClient(ServerOptions options, UpstreamGate gate) =>
        CreateClients(options, gate, telemetry: null)(options);

    /// <summary>Makes clients that share their connections, or the sandbox.</summary>
    private Func<ServerOptions, IClickUpClient> CreateClients(
        ServerOptions options,
        UpstreamGate gate,
        UpstreamTelemetry? telemetry
    )
    {
        if (!HasOpenSsl)
        {
            return static _ => new RefusingClient(OpenSsl.Error);
        }

        if (options.Sandbox)
        {
            return CreateSandboxClients(options, gate, telemetry);
        }

        ClickUpClientOptions settings = new()
        {
            Dialect = ToolCatalog.Upstream,
            BaseUrl = ClickUpClientOptions.ParseBaseUrl(options.ApiBaseUrl, options.AllowOtherApiHost),
        };
        SocketsHandlerSource sockets = new(settings);
        return own =>
        {
            if (!own.HasApiKey)
            {
                return new MissingCredentialsClient();
            }

            Secret key;
            try
            {
                key = own.ApiKey ??= KeyringToken.Read(own, time);
            }
            catch (UnusableException e)
            {
                return new RefusingClient(new ActionableException(e.Message, next: "Then start this server again."));
            }

            return own.AdditionalApiKeys is []
                ? CreateAccount(key)
                : new FederatedClient([.. own.AdditionalApiKeys.Prepend(key).Select(CreateAccount)]);
        };

        IClickUpClient CreateAccount(Secret key) =>
            CreateAccountOf(key.Reveal(), settings, gate, sockets.Get, telemetry);
    }

    /// <summary>The sandbox, one for all that this process does with it.</summary>
    private SandboxServer SandboxOf(ServerOptions options) =>
        _sandbox ??= new SandboxServer(
            new SandboxOptions { RequestsPerMinute = 0, Tokens = options.SandboxStrict ? SandboxSeed.Tokens : [] },
            time
        );

    private Func<ServerOptions, IClickUpClient> CreateSandboxClients(
        ServerOptions options,
        UpstreamGate gate,
        UpstreamTelemetry? telemetry
    )
    {
        SandboxServer sandbox = SandboxOf(options);
        bool usesKeys = options.SandboxStrict || SignInFactory.IsOn(options);
        ClickUpClientOptions settings = new() { Dialect = ToolCatalog.Upstream };
        return own =>
            CreateAccountOf(
                usesKeys && own.ApiKey is { } key ? key.Reveal() : SandboxSeed.Token,
                settings,
                gate,
                () => new SandboxMessageHandler(sandbox),
                telemetry
            );
    }

    private ClickUpClient CreateAccountOf(
        string key,
        ClickUpClientOptions settings,
        UpstreamGate gate,
        Func<HttpMessageHandler> handler,
        UpstreamTelemetry? telemetry
    )
    {
        ClickUpCredentials credentials = new(key);
        return new ClickUpClient(credentials, settings, time, gate, credentials.Fingerprint(), handler, telemetry);
    }

    private Action<string> CreateToolLog(ServerOptions options) =>
        message =>
        {
            LogWriter log = CreateLog(options);
            if (log.Minimum <= LogLevel.Error)
            {
                log.Write(LogLevel.Error, "tools", message);
            }
        };
}
