using ClickUpMcp.RateLimiting;

namespace ClickUpMcp.Tests.RateLimiting;

/// <summary>Two to fifty nodes on one budget: the limit holds in every window, and little of it is lost.</summary>
public sealed class NodeSimulationTests(ITestOutputHelper output)
{
    public static TheoryData<int, int> Nodes()
    {
        TheoryData<int, int> data = [];
        foreach (int limit in (int[])[100, 1_000, 10_000])
        {
            foreach (int nodes in (int[])[2, 5, 10, 20, 50])
            {
                data.Add(limit, nodes);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Nodes))]
    public void The_limit_holds_in_every_minute_and_nine_tenths_of_it_are_used(int limit, int nodes)
    {
        foreach (int slice in (int[])[1, 5, 20])
        {
            string line = $"| {limit} | {nodes} | {slice} |";
            foreach ((double demand, bool skewed) in ((double, bool)[])[(1.5, false), (1.5, true), (0.5, false)])
            {
                NodeSimulation simulation = Run(limit, nodes, slice, demand, skewed, failing: false);
                double used = simulation.Spent.Total / Math.Min(simulation.Arrived, limit * Length(limit).TotalMinutes);
                used.ShouldBeGreaterThan(demand > 1 ? 0.9 : 0.99);
                line += $" {used:P1} | {(double)simulation.Questions / simulation.Spent.Total:F2} |";
            }

            output.WriteLine(line);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(50)]
    public void Nodes_that_die_take_their_slices_with_them_and_no_more(int nodes)
    {
        const int Limit = 100;
        const int Slice = 5;
        NodeSimulation simulation = Run(Limit, nodes, Slice, 1.5, skewed: false, failing: true);
        double budget = Limit * Length(Limit).TotalMinutes;

        output.WriteLine($"{simulation.Killed} killed, {simulation.Spent.Total} of {budget} spent");
        simulation.Killed.ShouldBeGreaterThan(20);
        simulation.Spent.Total.ShouldBeGreaterThan((int)(0.95 * budget) - (simulation.Killed * Slice));
    }

    private static TimeSpan Length(int limit) => TimeSpan.FromMinutes(2 + (2_800 / limit));

    private static NodeSimulation Run(int limit, int nodes, int slice, double demand, bool skewed, bool failing)
    {
        BudgetOptions options = new() { Limit = limit, Burst = limit / 20 };
        NodeSimulation simulation = new(options, slice, nodes, seed: nodes);
        RunWithoutContext(() => simulation.Run(Length(limit), demand, skewed, failing));
        simulation.Spent.MostWithin(options.Period).ShouldBeLessThanOrEqualTo(limit);
        return simulation;
    }

    /// <summary>Runs where continuations run inline, so that a manual clock decides alone what happens when.</summary>
    private static void RunWithoutContext(Action work)
    {
        Exception? error = null;
        Thread thread = new(() => error = Record.Exception(work));
        thread.Start();
        thread.Join();
        error.ShouldBeNull();
    }
}
