using System.Runtime.InteropServices;

namespace ClickUpMcp.Tests.RateLimiting;

/// <summary>Grants in the order of their instants, and the bound that must hold over every window of them.</summary>
internal sealed class GrantLog
{
    private readonly List<Grant> _grants = [];

    public int Total { get; private set; }

    public void Add(long ticks, int permits)
    {
        _grants.Add(new Grant(ticks, permits));
        Total += permits;
    }

    /// <summary>True if no window, however short or long, holds more than burst + rate · length.</summary>
    /// <remarks>
    /// A window that breaks the bound can be shrunk to start and end at a grant, so comparing each grant with the
    /// best start so far covers all windows in one pass. Whole numbers throughout: nothing is rounded.
    /// </remarks>
    public bool KeepsTo(int burst, int permitsPerPeriod, TimeSpan period)
    {
        Int128 spent = 0;
        Int128 lowest = Int128.MaxValue;
        foreach (Grant grant in _grants)
        {
            lowest = Int128.Min(lowest, (spent * period.Ticks) - ((Int128)permitsPerPeriod * grant.Ticks));
            spent += grant.Permits;
            Int128 height = (spent * period.Ticks) - ((Int128)permitsPerPeriod * grant.Ticks) - lowest;
            if (height > (Int128)burst * period.Ticks)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The most permits in any half-open window of this length.</summary>
    public int MostWithin(TimeSpan window)
    {
        int most = 0;
        int inside = 0;
        int first = 0;
        foreach (Grant grant in _grants)
        {
            inside += grant.Permits;
            while (_grants[first].Ticks <= grant.Ticks - window.Ticks)
            {
                inside -= _grants[first++].Permits;
            }

            most = Math.Max(most, inside);
        }

        return most;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Grant(long Ticks, int Permits);
}
