using ClickUpMcp.RateLimiting;

namespace ClickUpMcp.Tests.RateLimiting;

/// <summary>Leases of a shared budget: what is granted, reserved, taken back and refused.</summary>
public sealed class BudgetLeaseTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly InMemoryBudgetLeaser _leaser;

    /// <summary>Six at once, then one per second: 6 + (60 + 4) / 1 = 70 in any minute.</summary>
    public BudgetLeaseTests() =>
        _leaser = new InMemoryBudgetLeaser(
            _ => new BudgetOptions
            {
                Limit = 70,
                Burst = 6,
                LeaseLifetime = TimeSpan.FromSeconds(4),
                LongestReservation = TimeSpan.FromSeconds(10),
            },
            _time
        );

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ValueTask<BudgetLease> Lease(int atLeast, int atMost) =>
        _leaser.LeaseAsync(1, atLeast, atMost, Cancellation);

    [Fact]
    public async Task Grants_what_is_free_up_to_the_most_asked_for()
    {
        (await Lease(1, 4)).Permits.ShouldBe(4);
        BudgetLease rest = await Lease(1, 4);
        rest.Permits.ShouldBe(2);
        rest.StartsIn.ShouldBe(TimeSpan.Zero);
        rest.ValidFor.ShouldBe(TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task Reserves_what_is_not_free_yet_in_the_order_of_asking()
    {
        await Lease(6, 6);
        BudgetLease first = await Lease(1, 4);
        first.Permits.ShouldBe(1);
        first.StartsIn.ShouldBe(TimeSpan.FromSeconds(1));
        (await Lease(2, 4)).StartsIn.ShouldBe(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Refuses_what_lies_too_far_ahead_and_says_when_to_ask_again()
    {
        await Lease(6, 6);
        await Lease(10, 10);
        BudgetLease refused = await Lease(1, 1);
        refused.Permits.ShouldBe(0);
        refused.StartsIn.ShouldBe(TimeSpan.FromSeconds(1));
        _time.Advance(refused.StartsIn);
        (await Lease(1, 1)).Permits.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_given_back_can_be_leased_again()
    {
        BudgetLease lease = await Lease(1, 6);
        await _leaser.ReturnAsync(1, lease, 5, Cancellation);
        (await Lease(1, 6)).Permits.ShouldBe(5);
    }

    [Fact]
    public async Task What_is_given_back_after_the_budget_was_full_again_is_not_granted_twice()
    {
        BudgetLease lease = await Lease(1, 6);
        _time.Advance(TimeSpan.FromMinutes(1));
        BudgetLease next = await Lease(1, 6);
        next.Permits.ShouldBe(6);
        await _leaser.ReturnAsync(1, lease, 6, Cancellation);
        (await Lease(1, 6)).StartsIn.ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_slice_is_spent_without_asking_again_and_only_while_it_is_valid()
    {
        using LeasedBudget budget = new(_leaser, 1, 4, _time);
        budget.TrySpend().ShouldBeFalse();
        await budget.SpendAsync(1, Cancellation);
        budget.TrySpend(3).ShouldBeTrue();
        budget.TrySpend().ShouldBeFalse();

        await budget.SpendAsync(1, Cancellation);
        _time.Advance(TimeSpan.FromSeconds(4));
        budget.TrySpend().ShouldBeFalse();
    }

    [Fact]
    public async Task A_spender_waits_for_its_reservation()
    {
        using LeasedBudget budget = new(_leaser, 1, 6, _time);
        await budget.SpendAsync(6, Cancellation);
        Task waiting = budget.SpendAsync(2, Cancellation).AsTask();
        _time.Advance(TimeSpan.FromSeconds(1.9));
        waiting.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(0.1));
        await waiting;
    }

    [Fact]
    public async Task A_spender_that_gives_up_leaves_its_reservation_to_the_next()
    {
        using LeasedBudget budget = new(_leaser, 1, 6, _time);
        await budget.SpendAsync(6, Cancellation);
        using CancellationTokenSource cancel = new();
        Task waiting = budget.SpendAsync(1, cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        _time.Advance(TimeSpan.FromSeconds(1));
        budget.TrySpend().ShouldBeTrue();
    }

    [Fact]
    public async Task A_node_that_stops_gives_the_rest_back()
    {
        using LeasedBudget one = new(_leaser, 1, 6, _time);
        using LeasedBudget other = new(_leaser, 1, 6, _time);
        await one.SpendAsync(1, Cancellation);
        await one.ReturnAsync(Cancellation);
        await other.SpendAsync(5, Cancellation);
        one.TrySpend().ShouldBeFalse();
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(10, 0)]
    public void A_budget_needs_a_limit_above_its_burst(int limit, int burst) =>
        Should.Throw<ArgumentOutOfRangeException>(() =>
            BudgetOptions.Validate(new BudgetOptions { Limit = limit, Burst = burst })
        );
}
