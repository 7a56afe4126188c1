namespace ClickUpMcp.Protocol;

/// <summary>The requests that are being worked on: no id twice, and each answered at most once.</summary>
internal sealed class InFlightRequests
{
    private readonly Dictionary<string, PendingRequest> _requests = [];
    private TaskCompletionSource? _idle;
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

    /// <summary>Notes work that has no id of its own.</summary>
    public void Began()
    {
        lock (_requests)
        {
            _running++;
        }
    }

    /// <summary>Notes that a request has ended and its reply, if any, is on its way.</summary>
    public void Ended()
    {
        lock (_requests)
        {
            if (--_running == 0)
            {
                _idle?.TrySetResult();
                _idle = null;
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

    /// <summary>Ends when none runs any more.</summary>
    public Task WhenIdleAsync()
    {
        lock (_requests)
        {
            return _running == 0
                ? Task.CompletedTask
                : (_idle ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }
}
