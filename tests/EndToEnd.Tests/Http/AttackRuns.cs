using System.Collections.Concurrent;
using ClickUpMcp.Driver.Http;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests.Http;

/// <summary>Makes each kind of attack on a native server of its own: one after the other, while those before recover.</summary>
public sealed class AttackRuns : IAsyncLifetime
{
    private const int Rounds = 2;

    // The server looks every 10 s whether it is quiet, drops after 30 s what nobody uses, and collects again after as long.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly ConcurrentDictionary<string, AttackOutcome> _outcomes = new();

    /// <summary>What came of each kind.</summary>
    public IReadOnlyDictionary<string, AttackOutcome> Outcomes => _outcomes;

    public async ValueTask InitializeAsync()
    {
        var limit = Limit.Of(TimeSpan.FromMinutes(15));
        List<Task> recoveries = [];
        foreach (var attack in Attack.All)
        {
            var neighbourhood = await HostileNeighbourhood.StartAsync(ServerBinary.Path, limit);
            var idle = neighbourhood.Memory.Resident;
            var attacks = neighbourhood.AttackAsync(attack, Rounds, limit);
            var honest = await neighbourhood.HonestAsync(attacks, limit);
            await attacks;
            recoveries.Add(RecoverAsync(neighbourhood, attack.Name, idle, honest, limit));
        }

        await Task.WhenAll(recoveries);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task RecoverAsync(
        HostileNeighbourhood neighbourhood,
        string attack,
        long idle,
        HonestResult honest,
        CancellationToken limit
    )
    {
        await using (neighbourhood)
        {
            var after = await neighbourhood.ShrunkAsync(AttackOutcome.MostAfter(idle), Patience, limit);
            _outcomes[attack] = new AttackOutcome(idle, neighbourhood.Memory.Peak, after, honest);
        }
    }
}
