using System.Text;

namespace ClickUpMcp.LimiterBenchmark;

/// <summary>How to read the tables.</summary>
internal static class Explanation
{
    public static void Append(StringBuilder text) =>
        text.Append(
            """
            * The floor is one clock reading and one compare-and-swap that is not tried again; a limiter must try again.
            * Two pinned threads on two processors meet all the time. More threads than processors take turns, so they add no contention,
              and nothing here can be carried over to machines with more processors.
            * The framework's limiters are measured without their timer. They look at no clock when they grant, and hold their bound only
              between two ticks of it.
            * A grant of the lock-free limiter has two atomic operations on one cache line: the swap, and the count of grants.




            """
        );
}
