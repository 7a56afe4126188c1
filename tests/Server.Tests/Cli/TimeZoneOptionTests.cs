namespace ClickUpMcp.Tests.Cli;

/// <summary>The setting of the time zone is checked before anything starts.</summary>
public sealed class TimeZoneOptionTests
{
    [Theory]
    [InlineData("Mars/Olympus")]
    [InlineData("Berlin")]
    [InlineData("UTC+25")]
    [InlineData("")]
    public async Task An_unknown_time_zone_refuses_to_start(string zone)
    {
        CliRun run = await CliRun.RunAsync("doctor", "--sandbox", $"--time-zone={zone}");

        run.ExitCode.ShouldNotBe(0);
        run.Output.ShouldNotContain("ok ");
        run.Error.ShouldContain("a time zone by its IANA id");
    }

    [Theory]
    [InlineData("America/New_York", "America/New_York")]
    [InlineData("asia/tokyo", "Asia/Tokyo")]
    public async Task A_known_one_is_that_of_times(string zone, string expected)
    {
        CliRun run = await CliRun.RunAsync(
            new Dictionary<string, string> { ["CLICKUP_MCP_TIME_ZONE"] = zone },
            "doctor",
            "--sandbox"
        );

        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ShouldContain(expected);
    }
}
