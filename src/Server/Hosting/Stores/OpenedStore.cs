using ClickUpMcp.RateLimiting;
using ClickUpMcp.Storage;
using ClickUpMcp.Transport.Http;
using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Hosting.Stores;

/// <summary>A store in use by a server: swept regularly, and with the sealer of what must not be read in it.</summary>
internal sealed class OpenedStore : IAsyncDisposable
{
    private readonly RecordSweeper _sweeper;

    private OpenedStore(IRecordStore records, RecordSealer sealer, NodeDirectory? nodes, RecordSweeper sweeper)
    {
        Records = records;
        Sealer = sealer;
        Nodes = nodes;
        _sweeper = sweeper;
    }

    public IRecordStore Records { get; }

    public RecordSealer Sealer { get; }

    /// <summary>The servers that share the store; null where it serves one.</summary>
    public NodeDirectory? Nodes { get; }

    /// <summary>What those servers may send to ClickUp together; null where there is one.</summary>
    public IBudgetLeaser? Budgets { get; private init; }

    /// <summary>The sessions that outlive this process; null where the store does not.</summary>
    public ISharedSessions? Sessions { get; private init; }

    /// <summary>Opens the store of the options.</summary>
    /// <param name="options">Where it is.</param>
    /// <param name="time">The clock.</param>
    /// <param name="report">Takes why a sweep failed, and that the store is lost or found again.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="OptionsException">It outlives the process, and there is no master key.</exception>
    /// <exception cref="StoreException">It cannot be used.</exception>
    public static async Task<OpenedStore> OpenAsync(
        StoreOptions options,
        TimeProvider time,
        Action<LogLevel, string> report,
        CancellationToken cancellationToken
    )
    {
        RecordSealer sealer = new(KeysOf(options));
        IRecordStore records = await StoreFactory.OpenAsync(options.Address.Reveal(), time, cancellationToken);
        try
        {
            NodeDirectory? nodes = records.IsShared
                ? await NodeDirectory.JoinAsync(records, time, report, cancellationToken)
                : null;
            RecordSweeper sweeper = new(records, time, problem => report(LogLevel.Error, problem.Message));
            return new OpenedStore(records, sealer, nodes, sweeper)
            {
                Budgets = nodes is null ? null : new StoredBudgets(records, nodes, time),
                Sessions = options.IsDurable ? new StoredSessions(records, sealer, nodes, time) : null,
            };
        }
        catch
        {
            await records.DisposeAsync();
            throw;
        }
    }

    /// <summary>The master keys to seal with.</summary>
    /// <exception cref="OptionsException">What is sealed outlives the process, and there is no master key.</exception>
    public static MasterKeys KeysOf(StoreOptions options) =>
        options.MasterKeys
        ?? (
            options.IsDurable
                ? throw new OptionsException(
                    "A store that outlives this process needs a master key, which seals the ClickUp tokens in it: make one with "
                        + "openssl rand -base64 32 and name its file with --master-key-file, or set CLICKUP_MCP_MASTER_KEY."
                )
                : MasterKeys.OfProcess()
        );

    public async ValueTask DisposeAsync()
    {
        await _sweeper.DisposeAsync();
        if (Nodes is not null)
        {
            await Nodes.DisposeAsync();
        }

        await Records.DisposeAsync();
    }
}
