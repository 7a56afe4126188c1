namespace ClickUpMcp.Transport.Http;

/// <summary>Counts the requests that each principal has open, streams included.</summary>
internal sealed class OpenRequests(int maximum)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<UInt128, int> _open = [];
    private TaskCompletionSource? _idle;

    /// <summary>Takes a place; false when the principal has used all of its own.</summary>
    public bool TryEnter(UInt128 principal)
    {
        lock (_lock)
        {
            int open = _open.GetValueOrDefault(principal);
            if (open >= maximum)
            {
                return false;
            }

            _open[principal] = open + 1;
            return true;
        }
    }

    /// <summary>Ends when none is open.</summary>
    public Task WhenIdleAsync()
    {
        lock (_lock)
        {
            return _open.Count == 0
                ? Task.CompletedTask
                : (_idle ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    /// <summary>Gives a place back.</summary>
    public void Leave(UInt128 principal)
    {
        lock (_lock)
        {
            int open = _open[principal] - 1;
            if (open == 0)
            {
                _open.Remove(principal);
                if (_open.Count == 0)
                {
                    _idle?.TrySetResult();
                }
            }
            else
            {
                _open[principal] = open;
            }
        }
    }
}
