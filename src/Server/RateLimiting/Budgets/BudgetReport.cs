using System.Runtime.InteropServices;

namespace ClickUpMcp.RateLimiting;

/// <summary>What the API has told a node of a budget.</summary>
/// <param name="WindowEnd">When its present window ends.</param>
/// <param name="Used">How many requests it has counted in that window, those of all nodes.</param>
/// <param name="ClosedUntil">Until when nothing is to be sent.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BudgetReport(DateTimeOffset WindowEnd, int Used, DateTimeOffset ClosedUntil)
{
    /// <summary>Takes in what a response says of a window; responses may come out of order.</summary>
    public BudgetReport WithWindow(DateTimeOffset end, int used) =>
        end < WindowEnd ? this
        : end == WindowEnd ? this with { Used = Math.Max(Used, used) }
        : this with { WindowEnd = end, Used = used };

    public BudgetReport WithClosure(DateTimeOffset until) =>
        until > ClosedUntil ? this with { ClosedUntil = until } : this;
}
