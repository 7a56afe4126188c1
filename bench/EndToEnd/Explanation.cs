namespace ClickUpMcp.EndToEndBenchmark;

/// <summary>What stands below the tables: where the time and the memory go, and how to see it again.</summary>
internal static class Explanation
{
    public const string Text = """
        ## Where it goes

        * **Start.** In 60 starts of an earlier build, 65 % of the processor time from exec to exit is the kernel's (exec, mapping, about 280 page
          faults), 15 % the dynamic loader's and the C library's, and 20 % the executable's: the runtime and us. Our own part reads some
          variables, computes which tools are visible, registers two signals and replies from prebuilt bytes. No Kestrel, HTTP client,
          SDK, task or thread pool is touched before the first `tools/call`. `cat` in the table is what spawn and pipes cost without us.
        * **Resident after the list.** The heap holds almost nothing. The rest is pages of the executable's file, which Linux maps 16 at a
          time around each one that is touched: what counts is not how much runs at start but in how many places. So the start walks
          arrays rather than interfaces, parses no URI and uses no LINQ, the compiler is told to make code small, the names of stack
          frames are left out, and the methods of a start lie side by side (docs/decisions/0012-start-order.md). These pages are
          clean: Linux can drop them at any time, and several servers share them.
        * **Calls.** A call with 100 tasks receives about 450 KB of JSON from ClickUp, keeps the sixth of it that is shown while it arrives, and projects that to the response
          (docs/decisions/0065-members-that-are-read.md). One core
          is shared with the sandbox that makes up those tasks, so the latency with many calls at once is queueing.
        * **Peak.** Responses that are read whole are large arrays that die young. `System.GC.ConserveMemory=5` makes the collector compact where their holes
          would add up. With 32 at once, as many of them
          are read as there are cores, and 64 KiB of each of the others (docs/decisions/0024-memory-bounds.md).

        To see the faults: `perf record -e page-faults -c 1 -d clickup-mcp stdio < requests`, then `perf script -F ip,addr`.

        """;
}
