namespace ClickUpMcp.LimiterBenchmark;

/// <summary>Threads that stand ready, run a piece of work all at once, and meet again at its end.</summary>
internal sealed class LoadThreads : IDisposable
{
    private readonly Barrier _barrier;
    private readonly int _count;
    private Action? _work;

    public LoadThreads(int count)
    {
        _count = count;
        _barrier = new Barrier(count);
        for (int i = 1; i < count; i++)
        {
            new Thread(Follow) { IsBackground = true }.Start();
        }
    }

    /// <summary>Runs the work once on each thread, the calling one included.</summary>
    public void Run(Action work)
    {
        if (_count == 1)
        {
            work();
            return;
        }

        _work = work;
        _barrier.SignalAndWait();
        work();
        _barrier.SignalAndWait();
    }

    public void Dispose()
    {
        if (_count > 1)
        {
            _work = null;
            _barrier.SignalAndWait();
        }
    }

    private void Follow()
    {
        while (true)
        {
            _barrier.SignalAndWait();
            if (_work is not { } work)
            {
                return;
            }

            work();
            _barrier.SignalAndWait();
        }
    }
}
