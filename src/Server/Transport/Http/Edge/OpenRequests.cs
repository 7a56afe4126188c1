namespace ClickUpMcp.Transport.Http;

/// <summary>Counts the requests that each principal has open, streams included.</summary>
internal sealed class OpenRequests(int maximum)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<UInt128, int> _open = [];

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

    /// <summary>Gives a place back.</summary>
    public void Leave(UInt128 principal)
    {
        lock (_lock)
        {
            int open = _open[principal] - 1;
            if (open == 0)
            {
                _open.Remove(principal);
            }
            else
            {
                _open[principal] = open;
            }
        }
    }
}
