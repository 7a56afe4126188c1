using ClickUpMcp.Build;

namespace Build.Tests;

public sealed class TestVerdictTests
{
    private static readonly TestReport Good = new("A.Tests", Passed: 5, Failed: 0, Skipped: 0, []);
    private static readonly TestReport Skipping = new("B.Tests", Passed: 2, Failed: 0, Skipped: 3, ["SKIP x: absent"]);
    private static readonly TestReport Failing = new("C.Tests", Passed: 1, Failed: 4, Skipped: 0, ["FAIL y"]);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Tests_that_all_passed_are_a_success(bool hasEverything) =>
        Of(hasEverything, Good, Good).ShouldBe("0 skipped\n10 passed, 0 failed\nexit 0");

    [Fact]
    public void What_is_skipped_although_all_is_there_fails_the_run() =>
        Of(hasEverything: true, Good, Skipping)
            .ShouldBe(
                "SKIP x: absent\n3 skipped, which counts as failed where ClickUp's documents are at hand\n7 passed, 3 failed\nexit 1"
            );

    [Fact]
    public void What_is_skipped_on_a_bare_clone_is_counted() =>
        Of(hasEverything: false, Skipping, Good)
            .ShouldBe("SKIP x: absent\n3 skipped for want of what they need\n7 passed, 0 failed\nexit 0");

    [Theory]
    [InlineData(true, 7)]
    [InlineData(false, 4)]
    public void What_failed_fails_the_run(bool hasEverything, int failed) =>
        Of(hasEverything, Failing, Skipping).ShouldEndWith($"\n3 passed, {failed} failed\nexit 1");

    private static string Of(bool hasEverything, params TestReport[] reports)
    {
        var verdict = TestVerdict.Of(reports, hasEverything);
        return string.Join('\n', [.. verdict.Lines, $"exit {verdict.ExitCode}"]);
    }
}
