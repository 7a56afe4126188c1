namespace ClickUpMcp.Transport.Http;

/// <summary>Counts the bytes that requests hold: those of each principal, and all.</summary>
/// <param name="perPrincipal">The most that one principal may hold.</param>
/// <param name="total">The most that all may hold together.</param>
internal sealed class ByteBudget(long perPrincipal, long total)
{
    // Large bodies, and what is made of them, lie where the collector looks seldom: a flood of them would leave it no time to.
    private const long CollectAfter = 16 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly Dictionary<UInt128, long> _held = [];
    private long _all;
    private long _givenBack;

    /// <summary>Takes some; false when there are not so many left.</summary>
    /// <param name="principal">Who holds them.</param>
    /// <param name="bytes">How many.</param>
    /// <param name="isOwn">Whether it is the principal's own share that is used up.</param>
    public bool TryTake(UInt128 principal, long bytes, out bool isOwn)
    {
        lock (_lock)
        {
            long own = _held.GetValueOrDefault(principal) + bytes;
            isOwn = own > perPrincipal;
            if (isOwn || _all + bytes > total)
            {
                return false;
            }

            _held[principal] = own;
            _all += bytes;
            return true;
        }
    }

    /// <summary>Gives back what was taken.</summary>
    public void GiveBack(UInt128 principal, long bytes)
    {
        if (bytes == 0)
        {
            return;
        }

        bool isMuch;
        lock (_lock)
        {
            _givenBack += bytes;
            isMuch = _givenBack >= CollectAfter;
            _givenBack = isMuch ? 0 : _givenBack;
            _all -= bytes;
            long own = _held[principal] - bytes;
            if (own == 0)
            {
                _held.Remove(principal);
            }
            else
            {
                _held[principal] = own;
            }
        }

        if (isMuch)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}
