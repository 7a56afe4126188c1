using System.Runtime.InteropServices;

namespace ClickUpMcp.RateLimiting;

/// <summary>A slice of a shared budget.</summary>
/// <param name="Permits">How many requests it is good for; 0 is a refusal.</param>
/// <param name="StartsIn">Time from the response until the permits may be spent, or until asking again makes sense.</param>
/// <param name="ValidFor">Time from then on during which they may be spent. No clock is shared: both are durations.</param>
/// <param name="Stamp">The leaser's own mark, by which it knows whether the permits can still be taken back.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BudgetLease(int Permits, TimeSpan StartsIn, TimeSpan ValidFor, long Stamp);
