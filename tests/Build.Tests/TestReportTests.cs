using ClickUpMcp.Build;

namespace Build.Tests;

/// <summary>What a test program reported, or failed to report, is read for what it is.</summary>
public sealed class TestReportTests : IDisposable
{
    private const string Passed = """<test name="a" result="Pass" />""";
    private const string Skipped = """<test name="b" result="Skip"><reason>absent</reason></test>""";
    private const string Failed =
        """<test name="c" result="Fail"><failure><message>wrong</message><stack-trace>at c</stack-trace></failure></test>""";
    private const string Broken =
        """<errors><error name="fixture"><failure><message>broken</message></failure></error></errors>""";

    private readonly string _file = Path.GetTempFileName();

    [Theory]
    [InlineData(Passed + Skipped, 0, 1, 0, 1, "SKIP b: absent")]
    [InlineData(Passed + Failed, 1, 1, 1, 0, "FAIL c\n    wrong\n    at c")]
    [InlineData(Passed + Broken, 1, 1, 1, 0, "FAIL fixture\n    broken\n    ")]
    [InlineData(Passed, 134, 1, 1, 0, "X ended with exit code 134.\nthe log")]
    [InlineData("", 0, 0, 1, 0, "X ran no test.")]
    public void What_did_not_pass_is_counted_and_told(
        string tests,
        int exitCode,
        int passed,
        int failed,
        int skipped,
        string note
    )
    {
        File.WriteAllText(_file, $"<assemblies><assembly>{tests}</assembly></assemblies>");

        var report = TestReport.Read("X", _file, exitCode, "the log");

        (report.Passed, report.Failed, report.Skipped).ShouldBe((passed, failed, skipped));
        report.Notes.ShouldBe([note]);
    }

    [Fact]
    public void A_program_without_a_report_is_a_failure()
    {
        File.Delete(_file);

        var report = TestReport.Read("X", _file, exitCode: 0, "the log");

        (report.Passed, report.Failed, report.Skipped).ShouldBe((0, 1, 0));
        report.Notes.ShouldBe(["X ended with exit code 0 and no report.\nthe log"]);
    }

    public void Dispose() => File.Delete(_file);
}
