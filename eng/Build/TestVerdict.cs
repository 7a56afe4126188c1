namespace ClickUpMcp.Build;

/// <summary>What all test programs together come to: the last lines of a run and its exit code.</summary>
internal sealed record TestVerdict(IReadOnlyList<string> Lines, int ExitCode)
{
    /// <param name="reports">The outcome of each program.</param>
    /// <param name="hasEverything">Whether all that tests may need is at hand, so that one which is skipped shows less than it seems to.</param>
    public static TestVerdict Of(IReadOnlyCollection<TestReport> reports, bool hasEverything)
    {
        var skipped = reports.Sum(report => report.Skipped);
        var failed = reports.Sum(report => report.Failed) + (hasEverything ? skipped : 0);
        var because = (skipped, hasEverything) switch
        {
            (0, _) => "",
            (_, true) => ", which counts as failed where ClickUp's documents are at hand",
            _ => " for want of what they need",
        };
        return new TestVerdict(
            [
                .. reports.SelectMany(report => report.Notes),
                $"{skipped} skipped{because}",
                $"{reports.Sum(report => report.Passed)} passed, {failed} failed",
            ],
            failed == 0 ? 0 : 1
        );
    }
}
