using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>All calls that wait for one load, as one: it may take as long as the most patient, and all hear that it waits.</summary>
internal sealed class SharedCall : IUpstreamCall
{
    private readonly Lock _lock = new();
    private readonly List<IUpstreamCall> _calls = [];

    public long Deadline
    {
        get
        {
            lock (_lock)
            {
                return _calls.Count == 0 ? 0 : _calls.Max(static call => call.Deadline);
            }
        }
    }

    public void Join(IUpstreamCall call)
    {
        lock (_lock)
        {
            _calls.Add(call);
        }
    }

    public void Leave(IUpstreamCall call)
    {
        lock (_lock)
        {
            _calls.Remove(call);
        }
    }

    public void Waiting(TimeSpan left) => Tell(call => call.Waiting(left));

    public void Waited(TimeSpan waited) => Tell(call => call.Waited(waited));

    public void Responded(int status) => Tell(call => call.Responded(status));

    private void Tell(Action<IUpstreamCall> tell)
    {
        IUpstreamCall[] calls;
        lock (_lock)
        {
            calls = [.. _calls];
        }

        foreach (IUpstreamCall call in calls)
        {
            tell(call);
        }
    }
}
