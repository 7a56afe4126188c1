using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Protocol;

/// <summary>The requests that are being worked on: no id twice, each answered at most once, and never more than can be held.</summary>
internal sealed class InFlightRequests
{
    /// <summary>The most requests of one peer at once.</summary>
    public const int Most = 1024;

    /// <summary>The most bytes that were copied for them, unless one alone needs more.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    private readonly Dictionary<string, PendingRequest> _requests = [];
    private TaskCompletionSource? _idle;
    private bool _hasEnded;
    private int _running;
    private long _bytes;

    /// <summary>Called whenever a request has ended, with whether it was the last.</summary>
    public Action<bool>? Left { get; init; }

    /// <summary>How many run.</summary>
    public int Count
    {
        get
        {
            lock (_requests)
            {
                return _running;
            }
        }
    }

    /// <summary>Takes in a request.</summary>
    /// <returns>Why it is refused; null when it was taken in.</returns>
    public RpcFault? Add(PendingRequest request)
    {
        lock (_requests)
        {
            if (_hasEnded)
            {
                return RpcFault.SessionEnded;
            }

            if (_running >= Most || (_running > 0 && _bytes + request.CopiedBytes > MostBytes))
            {
                return RpcFault.TooManyRequests;
            }

            if (!_requests.TryAdd(request.Key, request))
            {
                return RpcFault.IdInUse;
            }

            _running++;
            _bytes += request.CopiedBytes;
            return null;
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

    /// <summary>Ends those that only their client ends: it is gone. They are answered as far as it still reads.</summary>
    public void CancelEndless()
    {
        PendingRequest[] requests;
        lock (_requests)
        {
            requests = [.. _requests.Values.Where(static request => request.IsEndless)];
        }

        foreach (PendingRequest request in requests)
        {
            request.Cancel();
        }
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
    /// <param name="copiedBytes">What was copied for it.</param>
    public void Ended(int copiedBytes = 0)
    {
        bool isLast;
        lock (_requests)
        {
            _bytes -= copiedBytes;
            isLast = --_running == 0;
            if (isLast)
            {
                _idle?.TrySetResult();
                _idle = null;
            }
        }

        Left?.Invoke(isLast);
    }

    /// <summary>Cancels every request, and takes in no more.</summary>
    public void End()
    {
        PendingRequest[] requests;
        lock (_requests)
        {
            _hasEnded = true;
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
