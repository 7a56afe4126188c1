using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace ClickUpMcp.RateLimiting;

/// <summary>What several nodes together have leased of one budget: the limiter's word, and a count for the API's present window.</summary>
/// <remarks>
/// The word (GCRA, docs/rate-limiting.md) spaces the permits of all nodes. The count is what makes the bound exact: a permit
/// that is due in a window that has no more is due when the next one begins. All instants are ticks of UTC.
/// </remarks>
/// <param name="Arrival">When the permits leased so far are paid for.</param>
/// <param name="WindowStart">When the window began, as far as is known.</param>
/// <param name="WindowEnd">When it ends: one period later, until the API says so itself.</param>
/// <param name="Taken">Permits of that window that are leased, or counted by the API.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SharedBudget(long Arrival, long WindowStart, long WindowEnd, long Taken)
{
    private const int Bytes = 4 * sizeof(long);

    /// <summary>Reads what <see cref="Write"/> has written; something else is as good as nothing.</summary>
    public static SharedBudget Read(ReadOnlySpan<byte> bytes) =>
        bytes.Length == Bytes
            ? new SharedBudget(
                BinaryPrimitives.ReadInt64LittleEndian(bytes),
                BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]),
                BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]),
                BinaryPrimitives.ReadInt64LittleEndian(bytes[24..])
            )
            : default;

    public byte[] Write()
    {
        byte[] bytes = new byte[Bytes];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, Arrival);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), WindowStart);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(16), WindowEnd);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(24), Taken);
        return bytes;
    }

    /// <summary>Takes in what the API has told the node that asks.</summary>
    public SharedBudget With(BudgetReport report, BudgetTerms terms, DateTimeOffset at)
    {
        long now = at.UtcTicks;
        long period = terms.Period.Ticks;
        SharedBudget told = Trusted(terms, now);
        // No window is believed to be longer than it can be, nor a closure: the node that was told keeps to the rest itself.
        long closed = Math.Min(report.ClosedUntil.UtcTicks, now + period);
        if (closed > now)
        {
            long first = closed + terms.Tolerance - terms.Interval;
            told = told with { Arrival = Math.Max(told.Arrival, first) };
        }

        long end = Math.Min(report.WindowEnd.UtcTicks, now + period);
        if (end <= now || end <= told.WindowStart)
        {
            return told;
        }

        // Windows begin a period apart; what differs by less is the same one.
        return end - period > told.WindowStart + (period / 2)
            ? told with
            {
                WindowStart = end - period,
                WindowEnd = end,
                Taken = report.Used,
            }
            : told with
            {
                WindowEnd = end,
                Taken = Math.Max(told.Taken, report.Used),
            };
    }

    /// <summary>Leases one permit, at once or as soon as there is one.</summary>
    /// <param name="terms">What the budget allows.</param>
    /// <param name="at">The present.</param>
    /// <param name="due">From when on it may be spent.</param>
    public SharedBudget Lease(BudgetTerms terms, DateTimeOffset at, out DateTimeOffset due)
    {
        long now = at.UtcTicks;
        long arrival = Math.Max(Arrival, now) + terms.Interval;
        long start = Math.Max(arrival - terms.Tolerance, now);
        SharedBudget next = this with { Arrival = arrival, Taken = Taken + 1 };
        if (start < WindowEnd && Taken >= terms.PerWindow)
        {
            start = WindowEnd;
            next = next with { Arrival = start + terms.Tolerance };
        }

        if (start >= WindowEnd)
        {
            next = next with { WindowStart = start, WindowEnd = start + terms.Period.Ticks, Taken = 1 };
        }

        due = new DateTimeOffset(start, TimeSpan.Zero);
        return next;
    }

    /// <summary>What a node with a wrong clock has written must not stop the others: it lies further ahead than anything can.</summary>
    private SharedBudget Trusted(BudgetTerms terms, long now)
    {
        long latest = now + terms.Tolerance + (2 * terms.Period.Ticks);
        return Arrival <= latest && WindowStart <= latest ? this : new SharedBudget(now + terms.Tolerance, 0, 0, 0);
    }
}
