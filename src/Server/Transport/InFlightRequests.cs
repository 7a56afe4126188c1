namespace ClickUpMcp.Transport;

/// <summary>The requests that are being worked on: no id twice, and each answered at most once.</summary>
internal sealed class InFlightRequests
{
    private readonly Dictionary<string, InFlightRequest> _requests = [];
    private int _calls;

    /// <summary>Takes in a request; false when its id is in use.</summary>
    public bool TryAdd(InFlightRequest request)
    {
        lock (_requests)
        {
            if (!_requests.TryAdd(request.Key, request))
            {
                return false;
            }

            _calls += request.Cancellation is null ? 0 : 1;
            return true;
        }
    }

    /// <summary>Claims the right to answer; null when the request was cancelled or answered before.</summary>
    public InFlightRequest? Claim(string key)
    {
        lock (_requests)
        {
            _requests.Remove(key, out InFlightRequest? request);
            return request;
        }
    }

    /// <summary>Claims the right to answer this very request: its id may have been cancelled and used again.</summary>
    public bool Claim(InFlightRequest request)
    {
        lock (_requests)
        {
            return _requests.TryGetValue(request.Key, out InFlightRequest? current)
                && ReferenceEquals(current, request)
                && _requests.Remove(request.Key);
        }
    }

    /// <summary>Notes that a tool call has ended and its answer, if any, is written.</summary>
    public void CallEnded()
    {
        lock (_requests)
        {
            if (--_calls == 0)
            {
                Monitor.PulseAll(_requests);
            }
        }
    }

    /// <summary>Tells every call to stop; what still finishes may be answered.</summary>
    public void CancelAll()
    {
        InFlightRequest[] requests;
        lock (_requests)
        {
            if (_requests.Count == 0)
            {
                return;
            }

            requests = [.. _requests.Values];
        }

        foreach (InFlightRequest request in requests)
        {
            // Not Cancel(): its callbacks would run here and could hold up the shutdown.
            _ = request.Cancellation?.CancelAsync();
        }
    }

    /// <summary>Waits until no tool call runs, at most so long.</summary>
    public void WaitUntilIdle(TimeSpan atMost)
    {
        lock (_requests)
        {
            if (_calls > 0)
            {
                Monitor.Wait(_requests, atMost);
            }
        }
    }
}
