using ClickUpMcp.Driver.Http;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests.Http;

/// <summary>Eight clients attack the native server in every way at once; an honest one does not fail, and memory is bounded.</summary>
public sealed class HostileTests
{
    private const long MostKiB = 256 * 1024;

    [Fact]
    [Trait("Requirement", "R-01")]
    [Trait("Requirement", "H-05")]
    public async Task R_01_H_05_no_neighbour_makes_an_honest_call_fail()
    {
        var patience = Limit.Of(TimeSpan.FromMinutes(3));
        await using var neighbourhood = await HostileNeighbourhood.StartAsync(ServerBinary.Path, patience);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(patience);
        var attacks = neighbourhood.AttackAsync(over.Token);

        var honest = await neighbourhood.HonestAsync(TimeSpan.FromSeconds(12), patience);

        await over.CancelAsync();
        (await attacks).Count.ShouldBeGreaterThan(Attack.All.Count / 2);
        honest.Failed.ShouldBe(0);
        neighbourhood.Memory.Peak.ShouldBeLessThanOrEqualTo(MostKiB);
    }
}
