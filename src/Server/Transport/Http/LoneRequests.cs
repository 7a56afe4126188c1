using ClickUpMcp.Protocol;

namespace ClickUpMcp.Transport.Http;

/// <summary>The requests under way that belong to no session, so that an operator sees and ends them too.</summary>
internal sealed class LoneRequests
{
    private readonly Lock _lock = new();
    private readonly HashSet<McpSession> _requests = [];

    /// <summary>The requests, each as the state that it has alone.</summary>
    public IReadOnlyList<McpSession> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    public void Add(McpSession request)
    {
        lock (_lock)
        {
            _requests.Add(request);
        }
    }

    public void Remove(McpSession request)
    {
        lock (_lock)
        {
            _requests.Remove(request);
        }
    }

    /// <summary>Cancels requests; returns how many.</summary>
    public int End(Func<McpSession, bool> ends)
    {
        McpSession[] ended = [.. All.Where(ends)];
        foreach (McpSession request in ended)
        {
            request.InFlight.End();
            request.EndPeer();
        }

        return ended.Length;
    }
}
