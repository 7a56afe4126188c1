namespace ClickUpMcp.Tools.Runtime;

/// <summary>Lets so many requests of a bulk call be under way at once, in the order in which they come.</summary>
/// <remarks>Who waits goes on where it waited, and not by way of another thread as with a semaphore, so that virtual time does not run ahead of it.</remarks>
/// <param name="count">How many.</param>
internal sealed class BulkSlots(int count)
{
    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource> _waiting = [];
    private int _free = count;

    /// <summary>Waits for its turn.</summary>
    public async ValueTask EnterAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TaskCompletionSource turn;
        lock (_lock)
        {
            if (_free > 0)
            {
                _free--;
                return;
            }

            turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(turn);
        }

        await using CancellationTokenRegistration stop = cancellationToken.Register(() =>
            turn.TrySetCanceled(cancellationToken)
        );
        await turn.Task;
    }

    /// <summary>Lets the next one in.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            while (_waiting.TryDequeue(out TaskCompletionSource? next))
            {
                if (next.TrySetResult())
                {
                    return;
                }
            }

            _free++;
        }
    }
}
