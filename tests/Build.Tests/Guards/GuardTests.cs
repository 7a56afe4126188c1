using System.Text.RegularExpressions;
using ClickUpMcp.Driver;

namespace Build.Tests.Guards;

/// <summary>The tests of the requirements on which most depends bite: with its guard taken out of the server, one of its tests fails.</summary>
[Trait("Requirement", "C-02")]
public sealed class GuardTests : IClassFixture<UnguardedServer>
{
    public static TheoryData<Guard> Guards => [.. Guard.All];

    [Fact]
    public async Task With_all_guards_in_place_their_tests_pass()
    {
        CompletedProcess run = await UnguardedServer.RunAsync(
            Guard.All.Select(static guard => guard.Requirement),
            off: null
        );

        run.ExitCode.ShouldBe(0, run.Everything);
    }

    [Theory]
    [MemberData(nameof(Guards))]
    public async Task Without_a_guard_a_test_of_its_requirement_fails(Guard guard)
    {
        CompletedProcess run = await UnguardedServer.RunAsync([guard.Requirement], off: guard.Requirement);

        Regex
            .IsMatch(
                run.Output,
                $@"\.{UnguardedServer.PrefixOf(guard.Requirement)}\w+(\(.*\))? \[FAIL\]",
                RegexOptions.NonBacktracking
            )
            .ShouldBeTrue(run.Everything);
    }
}
