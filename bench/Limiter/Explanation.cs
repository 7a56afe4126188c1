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
            * Tried and not taken: each processor takes up to 32 permits in one swap and hands them out from a word of its own, the burst less by what
              processors may hold (B − P·k), counters by word. On a busy machine, where pinned threads seldom meet, two threads, native:
              11.2 and 14.1 ns an acquire, where one word for all takes 19.9 and 22.7, the framework's bucket 25.6 to 31.9, and the floor
              with the coarse clock 13.3 to 25.5: 2.1 to 2.3 times the bucket, 4 were the goal.
              It also takes 128 bytes for each processor and limiter, and what is held is lost with each closure and each word of the server.




            """
        );
}
