using System.Collections.Concurrent;

namespace ClickUpMcp.Tests;

/// <summary>Runs asynchronous code on one thread under virtual time: the clock moves only when nothing else can run.</summary>
/// <remarks>Work on other threads is not seen: the clock runs on beside it, as long as a timer is armed.</remarks>
internal sealed class VirtualLoop : SynchronizationContext
{
    // Work that a library moved to another thread comes back within this real time.
    private static readonly TimeSpan Stray = TimeSpan.FromSeconds(10);

    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _work = [];

    public static void Run(ManualTimeProvider time, Func<Task> body)
    {
        SynchronizationContext? before = Current;
        VirtualLoop loop = new();
        SetSynchronizationContext(loop);
        try
        {
            Task task = body();
            long end = time.GetTimestamp() + TimeSpan.TicksPerDay;
            while (!task.IsCompleted)
            {
                if (loop._work.TryTake(out (SendOrPostCallback Callback, object? State) work))
                {
                    work.Callback(work.State);
                }
                else if (time.ArmedTimers > 0 && time.AdvanceToNextTimer(end)) { }
                else if (loop._work.TryTake(out work, Stray))
                {
                    work.Callback(work.State);
                }
                else if (!task.IsCompleted)
                {
                    throw new InvalidOperationException("Nothing can happen any more: something hangs for ever.");
                }
            }

            task.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    public override void Post(SendOrPostCallback d, object? state) => _work.Add((d, state));
}
