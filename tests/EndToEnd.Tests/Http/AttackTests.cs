using ClickUpMcp.Driver.Http;

namespace EndToEnd.Tests.Http;

/// <summary>Under each kind of attack by eight clients the native server's memory is bounded, an honest client is served, and memory is given back.</summary>
public sealed class AttackTests(AttackRuns runs, ITestOutputHelper output) : IClassFixture<AttackRuns>
{
    private const long MostKiB = 128 * 1024;

    public static TheoryData<string> Attacks => [.. Attack.All.Select(static attack => attack.Name)];

    [Theory]
    [MemberData(nameof(Attacks))]
    [Trait("Requirement", "R-01")]
    [Trait("Requirement", "R-02")]
    [Trait("Requirement", "H-05")]
    public void R_01_R_02_H_05_memory_is_bounded_and_given_back_and_an_honest_client_is_served(string attack)
    {
        var outcome = runs.Outcomes[attack];
        output.WriteLine($"{attack}: {outcome}");

        outcome.Honest.Failed.ShouldBe(0);
        outcome.Peak.ShouldBeLessThanOrEqualTo(MostKiB);
        outcome.After.ShouldBeLessThanOrEqualTo(AttackOutcome.MostAfter(outcome.Idle));
    }
}
