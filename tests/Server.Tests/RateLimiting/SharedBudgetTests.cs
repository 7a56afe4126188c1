using ClickUpMcp.RateLimiting;

namespace ClickUpMcp.Tests.RateLimiting;

/// <summary>The arithmetic of a budget that several nodes share: what is due when, and what the API's word changes.</summary>
public sealed class SharedBudgetTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>One permit a second after the first three, and never more than ten in a window.</summary>
    private static readonly BudgetTerms Terms = new(60, TimeSpan.FromMinutes(1), Burst: 3, PerWindow: 10);

    private SharedBudget _budget;

    [Fact]
    public void A_burst_is_due_at_once_and_the_rest_evenly()
    {
        LeaseSeveral(5, at: 0).ShouldBe([0, 0, 0, 1, 2]);
        LeaseSeveral(3, at: 30).ShouldBe([30, 30, 30]);
    }

    [Fact]
    public void What_a_window_does_not_have_any_more_is_due_when_the_next_one_begins_and_evenly_from_then_on() =>
        LeaseSeveral(13, at: 0).ShouldBe([0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 60, 61, 62]);

    [Fact]
    public void The_API_says_when_its_window_ends()
    {
        LeaseSeveral(4, at: 0);
        Report(at: 1, end: 20, used: 4);
        LeaseSeveral(7, at: 1).ShouldBe([2, 3, 4, 5, 6, 7, 20]);
    }

    [Fact]
    public void What_others_than_these_nodes_have_used_is_used()
    {
        LeaseSeveral(2, at: 0);
        Report(at: 5, end: 60, used: 9);
        LeaseSeveral(2, at: 5).ShouldBe([5, 60]);
    }

    [Fact]
    public void A_report_of_an_earlier_window_changes_nothing()
    {
        LeaseSeveral(11, at: 0)[^1].ShouldBe(60);
        Report(at: 59, end: 60, used: 10);
        Report(at: 61, end: 60, used: 10);
        LeaseSeveral(1, at: 61).ShouldBe([61]);
    }

    [Fact]
    public void A_report_of_a_later_window_begins_it()
    {
        LeaseSeveral(10, at: 0);
        Report(at: 58, end: 117, used: 1);
        LeaseSeveral(10, at: 58).ShouldBe([58, 58, 58, 59, 60, 61, 62, 63, 64, 117]);
    }

    [Fact]
    public void A_closure_holds_every_node_back()
    {
        _budget = _budget.With(default(BudgetReport).WithClosure(At(12)), Terms, At(2));
        LeaseSeveral(3, at: 2).ShouldBe([12, 13, 14]);
    }

    [Fact]
    public void No_word_of_the_API_closes_for_longer_than_a_period()
    {
        _budget = _budget.With(default(BudgetReport).WithClosure(At(3600)), Terms, At(0));
        LeaseSeveral(1, at: 0).ShouldBe([60]);
        Report(at: 0, end: 86_400, used: 10);
        LeaseSeveral(1, at: 0).ShouldBe([61]);
    }

    [Fact]
    public void What_a_node_with_a_wrong_clock_wrote_holds_nobody_up()
    {
        LeaseSeveral(5, at: 86_400);
        Report(at: 0, end: 0, used: 0);
        LeaseSeveral(2, at: 0).ShouldBe([1, 2]);
    }

    [Fact]
    public void It_is_read_as_it_was_written_and_anything_else_is_nothing()
    {
        LeaseSeveral(7, at: 0);
        SharedBudget.Read(_budget.Write()).ShouldBe(_budget);
        SharedBudget.Read([1, 2, 3]).ShouldBe(default);
    }

    [Fact]
    public void Responses_may_come_out_of_order()
    {
        BudgetReport report = default(BudgetReport).WithWindow(At(60), 5).WithWindow(At(60), 4).WithWindow(At(0), 9);
        report.ShouldBe(new BudgetReport(At(60), 5, default));
        report.WithWindow(At(120), 1).ShouldBe(new BudgetReport(At(120), 1, default));
        report.WithClosure(At(9)).WithClosure(At(8)).ClosedUntil.ShouldBe(At(9));
    }

    private static DateTimeOffset At(double seconds) => Start.AddSeconds(seconds);

    private void Report(double at, double end, int used) =>
        _budget = _budget.With(default(BudgetReport).WithWindow(At(end), used), Terms, At(at));

    /// <summary>Leases permits at an instant; the seconds at which they are due.</summary>
    private double[] LeaseSeveral(int count, double at)
    {
        double[] due = new double[count];
        for (int i = 0; i < count; i++)
        {
            _budget = _budget.Lease(Terms, At(at), out DateTimeOffset instant);
            due[i] = (instant - Start).TotalSeconds;
        }

        return due;
    }
}
