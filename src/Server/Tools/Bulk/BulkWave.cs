using ClickUpMcp.Api;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Items that run at the same time: when each has ended or waits for its task, the tasks are read together.</summary>
/// <param name="readAll">Reads the tasks.</param>
/// <param name="count">How many items there are.</param>
/// <param name="stop">Stops the reading.</param>
internal sealed class BulkWave(
    Func<IReadOnlyList<BulkRead>, CancellationToken, Task> readAll,
    int count,
    CancellationToken stop
)
{
    private readonly Lock _lock = new();
    private List<BulkRead> _waiting = [];
    private int _running = count;

    /// <summary>Waits for a task, which is read when nobody has anything else to do.</summary>
    public async Task<ClickUpResponse> WaitAsync(BulkRead read, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _waiting.Add(read);
            _running--;
        }

        await using CancellationTokenRegistration stopped = cancellationToken.Register(() =>
            read.Fail(new OperationCanceledException(cancellationToken))
        );
        ReadWhenAllWait();
        return await read.Response;
    }

    /// <summary>Says that an item goes on that had ended or waited for another.</summary>
    public void Begin()
    {
        lock (_lock)
        {
            _running++;
        }
    }

    /// <summary>Says that an item has ended, or waits for another.</summary>
    public void End()
    {
        lock (_lock)
        {
            _running--;
        }

        ReadWhenAllWait();
    }

    private void ReadWhenAllWait()
    {
        List<BulkRead> waiting;
        lock (_lock)
        {
            if (_running > 0 || _waiting.Count == 0)
            {
                return;
            }

            waiting = _waiting;
            _waiting = [];
            _running += waiting.Count;
        }

        _ = ReadAsync(waiting);
    }

    private async Task ReadAsync(List<BulkRead> waiting)
    {
        try
        {
            await readAll(waiting, stop);
        }
        catch (Exception failure)
        {
            waiting.ForEach(read => read.Fail(failure));
        }
    }
}
