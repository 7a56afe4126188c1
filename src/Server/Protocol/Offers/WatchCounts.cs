namespace ClickUpMcp.Protocol.Offers;

/// <summary>Counts what the principals of one process watch, so that no one has many.</summary>
internal sealed class WatchCounts
{
    /// <summary>The most resources that one principal watches, over all its sessions.</summary>
    public const int MostOfPrincipal = 50;

    private readonly Dictionary<UInt128, int> _counts = [];

    /// <summary>How many a principal watches at present.</summary>
    public int Of(UInt128 principal)
    {
        lock (_counts)
        {
            return _counts.GetValueOrDefault(principal);
        }
    }

    /// <summary>Counts one more; false when there are enough.</summary>
    public bool TryAdd(UInt128 principal)
    {
        lock (_counts)
        {
            int count = _counts.GetValueOrDefault(principal);
            if (count >= MostOfPrincipal)
            {
                return false;
            }

            _counts[principal] = count + 1;
            return true;
        }
    }

    /// <summary>Counts one less.</summary>
    public void Remove(UInt128 principal)
    {
        lock (_counts)
        {
            if (--_counts[principal] == 0)
            {
                _counts.Remove(principal);
            }
        }
    }
}
