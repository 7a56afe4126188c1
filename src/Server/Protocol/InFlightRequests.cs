namespace ClickUpMcp.Protocol;

/// <summary>The requests that are being worked on: no id twice, and each answered at most once.</summary>
internal sealed class InFlightRequests
{
    private readonly Dictionary<string, PendingRequest> _requests = [];
    private int _running;

    /// <summary>Takes in a request; false when its id is in use.</summary>
    public bool TryAdd(PendingRequest request)
    {
        lock (_requests)
        {
            if (!_requests.TryAdd(request.Key, request))
            {
                return false;
            }

            _running++;
            return true;
        }
    }

    /// <summary>Cancels the request of that id, which is then not answered.</summary>
    public void Cancel(string key)
    {
        PendingRequest? request;
        lock (_requests)
        {
            _requests.Remove(key, out request);
        }

        request?.Cancel();
    }

    /// <summary>Claims the right to reply; false when the request was cancelled, even if its id is used again.</summary>
    public bool Claim(PendingRequest request)
    {
        lock (_requests)
        {
            return _requests.TryGetValue(request.Key, out PendingRequest? current)
                && ReferenceEquals(current, request)
                && _requests.Remove(request.Key);
        }
    }

    /// <summary>Notes that a request has ended and its reply, if any, is on its way.</summary>
    public void Ended()
    {
        lock (_requests)
        {
            if (--_running == 0)
            {
                Monitor.PulseAll(_requests);
            }
        }
    }

    /// <summary>Cancels every request.</summary>
    public void CancelAll()
    {
        PendingRequest[] requests;
        lock (_requests)
        {
            requests = [.. _requests.Values];
            _requests.Clear();
        }

        foreach (PendingRequest request in requests)
        {
            request.Cancel();
        }
    }

    /// <summary>Waits until none runs, at most so long.</summary>
    public void WaitUntilIdle(TimeSpan atMost)
    {
        lock (_requests)
        {
            if (_running > 0)
            {
                Monitor.Wait(_requests, atMost);
            }
        }
    }
}
