using ClickUpMcp.RateLimiting;

namespace ClickUpMcp.Tests.RateLimiting;

/// <summary>A node's part of a shared budget: when it spends what it leases, and what it does where there are no leases.</summary>
public sealed class LeasedBudgetTests : IDisposable
{
    private static readonly BudgetTerms Terms = new(60, TimeSpan.FromMinutes(1), Burst: 3, PerWindow: 64);

    private readonly ManualTimeProvider _time = new();
    private readonly ScriptedLeaser _leaser;
    private readonly LeasedBudget _budget;
    private readonly List<double> _spent = [];

    public LeasedBudgetTests()
    {
        _leaser = new ScriptedLeaser(_time);
        _budget = new LeasedBudget(_leaser, 7, _time);
    }

    public void Dispose() => _budget.Dispose();

    [Fact]
    public void A_permit_is_spent_when_it_is_due()
    {
        _leaser.Leases.Enqueue(0);
        _leaser.Leases.Enqueue(5);
        Run(async () =>
        {
            await SpendAsync();
            Task later = SpendAsync();
            _budget.Delay.ShouldBe(TimeSpan.FromSeconds(5));
            await later;
            _budget.Delay.ShouldBe(TimeSpan.Zero);
        });
        _spent.ShouldBe([0, 5]);
        _leaser.Budgets.ShouldBe([7, 7]);
    }

    [Fact]
    public void A_node_leases_one_permit_at_a_time()
    {
        _leaser.Leases.Enqueue(5);
        _leaser.Leases.Enqueue(5);
        Run(async () =>
        {
            Task[] calls = [SpendAsync(), SpendAsync()];
            _leaser.Budgets.Count.ShouldBe(1);
            await Task.WhenAll(calls);
        });
        _spent.ShouldBe([5, 10]);
    }

    [Theory]
    [InlineData(6.9, 6.9)]
    [InlineData(7.1, 8.1)]
    public void A_lease_that_its_caller_leaves_is_the_next_ones_until_it_lapses(double next, double spent)
    {
        _leaser.Leases.Enqueue(5);
        _leaser.Leases.Enqueue(1);
        Run(async () =>
        {
            using CancellationTokenSource cancel = new();
            Task left = _budget.SpendAsync(Terms, cancel.Token).AsTask();
            cancel.Cancel();
            await left.ContinueWith(static _ => { }, TaskScheduler.FromCurrentSynchronizationContext());
            left.IsCanceled.ShouldBeTrue();
            await Task.Delay(TimeSpan.FromSeconds(next), _time);
            await SpendAsync();
        });
        _spent.ShouldBe([spent]);
    }

    [Fact]
    public void A_lease_from_before_a_closure_is_not_spent()
    {
        DateTimeOffset end = _time.GetUtcNow().AddSeconds(9);
        _leaser.Leases.Enqueue(1);
        _leaser.Leases.Enqueue(8);
        Run(async () =>
        {
            Task call = SpendAsync();
            _budget.CloseUntil(end, Terms);
            await call;
        });
        _spent.ShouldBe([9]);
        _leaser.Told.ShouldBe([new BudgetReport(default, 0, end)], "the others hear of it at once");
    }

    [Fact]
    public void A_node_keeps_to_a_closure_that_is_longer_than_what_others_believe()
    {
        _leaser.Leases.Enqueue(1);
        _budget.CloseUntil(_time.GetUtcNow().AddSeconds(100), Terms);
        Run(SpendAsync);
        _spent.ShouldBe([100]);
    }

    [Fact]
    public void What_the_API_said_goes_along_with_the_next_lease()
    {
        _leaser.Leases.Enqueue(0);
        DateTimeOffset end = _time.GetUtcNow().AddSeconds(30);
        _budget.Observe(end, 17);
        Run(SpendAsync);
        _leaser.Reports.ShouldBe([new BudgetReport(end, 17, default)]);
    }

    [Fact]
    public void Without_leases_each_of_the_nodes_spends_its_part_and_saves_nothing_up()
    {
        _leaser.Nodes = 4;
        Run(async () =>
        {
            // As long as nobody asks: it is no burst later.
            await Task.Delay(TimeSpan.FromSeconds(100), _time);
            for (int i = 0; i < 4; i++)
            {
                await SpendAsync();
            }
        });
        _spent.ShouldBe([100, 104, 108, 112]);
    }

    private void Run(Func<Task> body) => VirtualLoop.Run(_time, body);

    private async Task SpendAsync()
    {
        await _budget.SpendAsync(Terms, TestContext.Current.CancellationToken);
        _spent.Add(_time.GetTimestamp() / (double)TimeSpan.TicksPerSecond);
    }

    /// <summary>Leases permits that are due in so many seconds each; none once there are no more.</summary>
    private sealed class ScriptedLeaser(TimeProvider time) : IBudgetLeaser
    {
        public Queue<double> Leases { get; } = [];

        public List<UInt128> Budgets { get; } = [];

        /// <summary>What came with each lease.</summary>
        public List<BudgetReport> Reports { get; } = [];

        /// <summary>What was reported by itself.</summary>
        public List<BudgetReport> Told { get; } = [];

        public int Nodes { get; set; } = 1;

        public ValueTask<DateTimeOffset?> LeaseAsync(
            UInt128 budget,
            BudgetTerms terms,
            BudgetReport report,
            CancellationToken cancellationToken
        )
        {
            Budgets.Add(budget);
            Reports.Add(report);
            return new ValueTask<DateTimeOffset?>(
                Leases.TryDequeue(out double seconds) ? time.GetUtcNow().AddSeconds(seconds) : null
            );
        }

        public ValueTask ReportAsync(UInt128 budget, BudgetTerms terms, BudgetReport report)
        {
            Told.Add(report);
            return ValueTask.CompletedTask;
        }
    }
}
