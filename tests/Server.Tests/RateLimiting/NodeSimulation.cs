using ClickUpMcp.RateLimiting;

namespace ClickUpMcp.Tests.RateLimiting;

/// <summary>Several nodes that spend one budget on a manual clock, with random arrivals.</summary>
internal sealed class NodeSimulation(BudgetOptions options, int slice, int nodes, int seed)
{
    private readonly ManualTimeProvider _time = new();
    private readonly Random _random = new(seed);

    public GrantLog Spent { get; } = new();

    /// <summary>Calls that came in.</summary>
    public int Arrived { get; private set; }

    /// <summary>Nodes that were killed.</summary>
    public int Killed { get; private set; }

    /// <summary>Questions to the leaser.</summary>
    public int Questions { get; private set; }

    /// <summary>Runs for so long, with demand as a multiple of the limit; the first node may have most of it.</summary>
    /// <param name="skewed">Nine tenths of the demand falls on the first node.</param>
    /// <param name="failing">Now and then a node is killed: it forgets its calls and what it has leased, and asks no more.</param>
    public void Run(TimeSpan length, double demand, bool skewed, bool failing)
    {
        CountingLeaser leaser = new(new InMemoryBudgetLeaser(_ => options, _time), () => Questions++);
        Node[] all = [.. Enumerable.Range(0, nodes).Select(_ => new Node(leaser, slice, _time, Spent))];
        double meanTicks = options.Period.Ticks / (options.Limit * demand);
        while (_time.GetTimestamp() < length.Ticks)
        {
            long next = _time.GetTimestamp() + (long)(-Math.Log(1 - _random.NextDouble()) * meanTicks);
            while (_time.AdvanceToNextTimer(next))
            {
                Array.ForEach(all, node => node.Work());
            }

            int chosen = skewed && _random.Next(10) != 0 ? 0 : _random.Next(nodes);
            if (failing && _random.Next(100) == 0)
            {
                all[chosen].Dispose();
                all[chosen] = new Node(leaser, slice, _time, Spent);
                Killed++;
            }

            Arrived++;
            all[chosen].Arrive();
        }
    }

    /// <summary>Serves its calls one after the other.</summary>
    private sealed class Node(IBudgetLeaser leaser, int slice, ManualTimeProvider time, GrantLog spent) : IDisposable
    {
        private readonly LeasedBudget _budget = new(leaser, 1, slice, time);
        private readonly CancellationTokenSource _end = new();
        private Task? _waiting;
        private int _calls;

        public void Dispose()
        {
            _end.Cancel();
            _end.Dispose();
            _budget.Dispose();
        }

        public void Arrive()
        {
            _calls++;
            Work();
        }

        public void Work()
        {
            while (_calls > 0)
            {
                _waiting ??= _budget.SpendAsync(1, _end.Token).AsTask();
                if (!_waiting.IsCompleted)
                {
                    return;
                }

                _waiting = null;
                _calls--;
                spent.Add(time.GetTimestamp(), 1);
            }
        }
    }

    private sealed class CountingLeaser(IBudgetLeaser inner, Action asked) : IBudgetLeaser
    {
        public ValueTask<BudgetLease> LeaseAsync(
            UInt128 budget,
            int atLeast,
            int atMost,
            CancellationToken cancellationToken
        )
        {
            asked();
            return inner.LeaseAsync(budget, atLeast, atMost, cancellationToken);
        }

        public ValueTask ReturnAsync(
            UInt128 budget,
            BudgetLease lease,
            int unspent,
            CancellationToken cancellationToken
        ) => inner.ReturnAsync(budget, lease, unspent, cancellationToken);
    }
}
