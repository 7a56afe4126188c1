using System.Security.Cryptography;
using ClickUpMcp.Storage;
using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Hosting.Stores;

/// <summary>Which servers share the store, and whether it can be reached: each writes itself there every few seconds and counts the others.</summary>
internal sealed class NodeDirectory : IAsyncDisposable
{
    /// <summary>How often a server writes itself, and how soon it finds the store again.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>How long a server counts that has died.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(30);

    private const int IdBytes = 16;

    private readonly IRecordStore _store;
    private readonly TimeProvider _time;
    private readonly Action<LogLevel, string> _report;
    private readonly string _id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
    private readonly PeriodicTimer _timer;
    private readonly CancellationTokenSource _stop = new();
    private Task _beating = Task.CompletedTask;
    private long _version;
    private int _count = 1;
    private int _isLost;

    private NodeDirectory(IRecordStore store, TimeProvider time, Action<LogLevel, string> report)
    {
        _store = store;
        _time = time;
        _report = report;
        _timer = new PeriodicTimer(Every, time);
    }

    /// <summary>How many servers there are, as far as was known last; at least this one.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Whether the store did not answer when it was asked last.</summary>
    public bool IsLost => Volatile.Read(ref _isLost) != 0;

    /// <summary>Writes this server into the store, and goes on to.</summary>
    /// <param name="store">The store; it is not disposed with the directory.</param>
    /// <param name="time">The clock.</param>
    /// <param name="report">Takes that the store is lost, and found again.</param>
    /// <param name="cancellationToken">Stops waiting for the first time.</param>
    /// <exception cref="StoreException">It cannot be used.</exception>
    public static async Task<NodeDirectory> JoinAsync(
        IRecordStore store,
        TimeProvider time,
        Action<LogLevel, string> report,
        CancellationToken cancellationToken
    )
    {
        NodeDirectory directory = new(store, time, report);
        try
        {
            await directory.WriteAndCountAsync(cancellationToken);
            directory._beating = directory.BeatAsync();
            return directory;
        }
        catch
        {
            await directory.DisposeAsync();
            throw;
        }
    }

    /// <summary>Takes in that the store did not answer: until it does again, each server stands alone.</summary>
    public void Lose(string why)
    {
        if (Interlocked.Exchange(ref _isLost, 1) == 0)
        {
            _report(
                LogLevel.Error,
                $"{why} Until the store answers again this server sends no more to ClickUp than its part of what the {Count} servers may."
            );
        }
    }

    public ValueTask DisposeAsync()
    {
        // On this thread: nothing that it stops takes long.
        _stop.Cancel();
        _timer.Dispose();
        return LeaveAsync();
    }

    private async ValueTask LeaveAsync()
    {
        await _beating;
        _stop.Dispose();
        try
        {
            // So that the others need not wait until it has lapsed.
            await _store.TryRemoveAsync(NodeRecords.Node, _id, version: null, CancellationToken.None);
        }
        catch (StoreException)
        {
            // It lapses.
        }
    }

    private async Task BeatAsync()
    {
        try
        {
            while (await _timer.WaitForNextTickAsync(_stop.Token))
            {
                try
                {
                    await WriteAndCountAsync(_stop.Token);
                }
                catch (StoreException e)
                {
                    Lose(e.Message);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // It was asked to stop.
        }
    }

    private async Task WriteAndCountAsync(CancellationToken cancellationToken)
    {
        StoredRecord record = new(NodeRecords.Node, _id, default, _time.GetUtcNow() + Life) { Version = _version };
        if (await _store.TryReplaceAsync(record, cancellationToken))
        {
            _version++;
        }
        else
        {
            // New, lapsed while the store was away, or lost with it.
            await _store.TryRemoveAsync(NodeRecords.Node, _id, version: null, cancellationToken);
            await _store.TryInsertAsync(record, cancellationToken);
            _version = 1;
        }

        IReadOnlyList<StoredRecord> all = await _store.ListAsync(
            new RecordQuery(NodeRecords.Node) { Count = RecordQuery.MostRecords },
            cancellationToken
        );
        Volatile.Write(ref _count, Math.Max(1, all.Count));
        if (Interlocked.Exchange(ref _isLost, 0) != 0)
        {
            _report(LogLevel.Information, "The store answers again.");
        }
    }
}
