using System.Runtime.InteropServices;

namespace ClickUpMcp.RateLimiting;

/// <summary>What a budget allows, as the node knows it that leases from it.</summary>
/// <param name="PermitsPerPeriod">Permits that accrue in one period.</param>
/// <param name="Period">The length of the windows in which the API counts.</param>
/// <param name="Burst">The most permits that can be saved up.</param>
/// <param name="PerWindow">The most permits in one of those windows.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BudgetTerms(int PermitsPerPeriod, TimeSpan Period, int Burst, int PerWindow)
{
    /// <summary>The ticks of <see cref="TimeSpan"/> in which one permit accrues, rounded up.</summary>
    public long Interval => (Period.Ticks + PermitsPerPeriod - 1) / PermitsPerPeriod;

    /// <summary>How far the debt may run ahead.</summary>
    public long Tolerance => Interval * Burst;
}
