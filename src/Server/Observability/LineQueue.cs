namespace ClickUpMcp.Observability;

/// <summary>Writes lines on a thread of its own, so that nobody who has a line waits for a disk or for a reader.</summary>
/// <remarks>Lines for which there is no room, or which cannot be written, are lost and counted; the next that is written comes after one that says so.</remarks>
/// <param name="destination">Where they go.</param>
/// <param name="lossLine">The line that says how many were lost.</param>
/// <param name="time">The clock.</param>
/// <param name="capacity">The bytes that may wait.</param>
internal sealed class LineQueue(
    ILineDestination destination,
    Func<long, byte[]> lossLine,
    TimeProvider time,
    int capacity = 2 * 1024 * 1024
) : IDisposable
{
    private const int StackSize = 256 * 1024;

    /// <summary>A write that takes longer is stuck: nobody reads what is written.</summary>
    private static readonly TimeSpan Stuck = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LastMoment = TimeSpan.FromSeconds(1);

    // Not a Lock: the writer waits on it.
    private readonly object _gate = new();
    private readonly Queue<QueuedLine> _lines = new();
    private int _bytes;
    private long _lost;
    private long _told;
    private long _busySince;
    private bool _isBusy;
    private bool _hasFailed;
    private Thread? _thread;
    private bool _hasEnded;

    /// <summary>Lines lost so far.</summary>
    public long Lost => Interlocked.Read(ref _lost);

    /// <summary>Whether lines cannot be written at present.</summary>
    public bool IsFailing
    {
        get
        {
            lock (_gate)
            {
                return _hasFailed || _bytes >= capacity || (_isBusy && time.GetElapsedTime(_busySince) >= Stuck);
            }
        }
    }

    /// <summary>Takes a line; false when there is no room for it and it is lost.</summary>
    public bool Add(ReadOnlySpan<byte> line)
    {
        lock (_gate)
        {
            if (_hasEnded || _bytes + line.Length > capacity)
            {
                _lost++;
                return false;
            }

            Enqueue(new QueuedLine(line.ToArray(), null));
            return true;
        }
    }

    /// <summary>Waits until all lines before are written or lost; false when they are not after a moment, or the last was lost.</summary>
    public async Task<bool> FlushAsync()
    {
        TaskCompletionSource<bool> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (!_hasEnded)
            {
                Enqueue(new QueuedLine([], done));
            }
        }

        try
        {
            return await done.Task.WaitAsync(Stuck, time);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Closes the destination after the lines before; the next line opens it anew.</summary>
    public void Reopen()
    {
        lock (_gate)
        {
            if (!_hasEnded)
            {
                Enqueue(new QueuedLine(null, null));
            }
        }
    }

    /// <summary>Writes what waits, for a moment at most, and closes the destination.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_hasEnded)
            {
                return;
            }

            _hasEnded = true;
            Monitor.PulseAll(_gate);
        }

        if (_thread is null)
        {
            destination.Close();
        }
        else
        {
            // One that is stuck ends with the process.
            _thread.Join(LastMoment);
        }
    }

    private void Enqueue(QueuedLine line)
    {
        _lines.Enqueue(line);
        _bytes += line.Length;
        if (_thread is null)
        {
            _thread = new Thread(Run, StackSize) { IsBackground = true, Name = "lines" };
            _thread.Start();
        }

        Monitor.PulseAll(_gate);
    }

    private void Run()
    {
        while (Take(out QueuedLine line))
        {
            if (line.Bytes is null)
            {
                destination.Close();
            }
            else
            {
                bool isWritten = TryWrite(line.Bytes, line.Count);
                line.Done?.TrySetResult(isWritten);
            }
        }

        TryWrite([], 0);
        destination.Close();
    }

    private bool Take(out QueuedLine line)
    {
        lock (_gate)
        {
            _isBusy = false;
            while (!_lines.TryDequeue(out line))
            {
                if (_hasEnded)
                {
                    return false;
                }

                Monitor.Wait(_gate);
            }

            line = WithFollowing(line);
            _bytes -= line.Length;
            _isBusy = true;
            _busySince = time.GetTimestamp();
            return true;
        }
    }

    /// <summary>A line together with those that wait behind it, as far as the destination takes them at once.</summary>
    private QueuedLine WithFollowing(QueuedLine line)
    {
        int length = line.Length;
        List<byte[]>? batch = null;
        while (
            line.IsPlain
            && _lines.TryPeek(out QueuedLine next)
            && next.IsPlain
            && length + next.Length <= destination.BatchBytes
        )
        {
            batch ??= [line.Bytes!];
            batch.Add(_lines.Dequeue().Bytes!);
            length += next.Length;
        }

        return batch is null
            ? line
            : new QueuedLine([.. batch.SelectMany(static bytes => bytes)], null) { Count = batch.Count };
    }

    /// <summary>Writes lines, after one that says how many were lost before them; none writes only that.</summary>
    private bool TryWrite(byte[] line, int count)
    {
        try
        {
            if (Lost - _told is > 0 and var lost)
            {
                destination.Write(lossLine(lost));
                _told += lost;
            }

            if (line.Length > 0)
            {
                destination.Write(line);
            }

            SetFailed(false);
            return true;
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or NotSupportedException or ObjectDisposedException)
        {
            SetFailed(true);
            Interlocked.Add(ref _lost, line.Length > 0 ? count : 0);
            return false;
        }
    }

    private void SetFailed(bool hasFailed)
    {
        lock (_gate)
        {
            _hasFailed = hasFailed;
        }
    }
}
