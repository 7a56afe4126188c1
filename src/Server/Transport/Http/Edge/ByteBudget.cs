namespace ClickUpMcp.Transport.Http;

/// <summary>Counts the bytes that large requests hold: of each principal those that may come, of all together those that have come.</summary>
/// <remarks>What is announced costs nothing yet, so that it counts against nobody but its sender.</remarks>
/// <param name="perPrincipal">The most that the requests of one principal may come to.</param>
/// <param name="total">The most that all may hold together.</param>
internal sealed class ByteBudget(long perPrincipal, long total)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<UInt128, long> _reserved = [];
    private long _all;

    /// <summary>Sets a part of a principal's share aside; false when it has not so much left.</summary>
    /// <param name="principal">Who holds them.</param>
    /// <param name="bytes">How many may come.</param>
    public bool TryReserve(UInt128 principal, long bytes)
    {
        if (bytes == 0)
        {
            return true;
        }

        lock (_lock)
        {
            long own = _reserved.GetValueOrDefault(principal) + bytes;
            if (own > perPrincipal)
            {
                return false;
            }

            _reserved[principal] = own;
            return true;
        }
    }

    /// <summary>Takes some that have come; false when all hold so much that they do not fit.</summary>
    public bool TryTake(long bytes)
    {
        lock (_lock)
        {
            if (_all + bytes > total)
            {
                return false;
            }

            _all += bytes;
            return true;
        }
    }

    /// <summary>Gives back what was reserved and taken.</summary>
    public void GiveBack(UInt128 principal, long reserved, long taken)
    {
        if (reserved == 0)
        {
            return;
        }

        lock (_lock)
        {
            _all -= taken;
            long own = _reserved[principal] - reserved;
            if (own == 0)
            {
                _reserved.Remove(principal);
            }
            else
            {
                _reserved[principal] = own;
            }
        }
    }
}
