using System.Runtime.CompilerServices;

namespace ClickUpMcp.Api;

/// <summary>A few threads for large responses: who awaits this goes on with one of them.</summary>
/// <remarks>
/// Each thread keeps the last large array of every size that it has given back, and the pool has many threads. With as many
/// as there are turns, what is kept is what is used: docs/decisions/0024-memory-bounds.md.
/// </remarks>
/// <param name="most">How many threads there are at most; each is started when it is first needed.</param>
internal sealed class ResponseThreads(int most) : ICriticalNotifyCompletion
{
    private readonly Queue<Action> _work = [];
    private int _threads;
    private int _idle;

    /// <summary>Never: it is always another thread that goes on.</summary>
    public bool IsCompleted => false;

    public ResponseThreads GetAwaiter() => this;

    public void GetResult() { }

    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation)
    {
        lock (_work)
        {
            _work.Enqueue(continuation);
            if (_work.Count > _idle && _threads < most)
            {
                _threads++;
                new Thread(Run) { IsBackground = true, Name = "Large responses" }.UnsafeStart();
            }

            Monitor.Pulse(_work);
        }
    }

    private void Run()
    {
        while (true)
        {
            Next()();
        }
    }

    private Action Next()
    {
        lock (_work)
        {
            _idle++;
            while (_work.Count == 0)
            {
                Monitor.Wait(_work);
            }

            _idle--;
            return _work.Dequeue();
        }
    }
}
