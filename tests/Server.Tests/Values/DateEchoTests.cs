using ClickUpMcp.Values;

namespace ClickUpMcp.Tests.Values;

public class DateEchoTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("next friday", "Fri 2026-12-04 (end of day, Europe/Berlin)")]
    [InlineData("start of next week", "Mon 2026-11-30 (start of day, Europe/Berlin)")]
    [InlineData("tomorrow at 3pm", "Thu 2026-11-26 15:00 (America/New_York)")]
    [InlineData("1798208100000", "Fri 2026-12-25 09:15 (America/New_York)")]
    [InlineData("Tue 10 Jan", "Sun 2027-01-10 (end of day, Europe/Berlin), which is no Tuesday")]
    [InlineData("Sun 10 Jan", "Sun 2027-01-10 (end of day, Europe/Berlin)")]
    public void What_a_date_means_is_said_with_its_weekday_and_zone(string text, string expected)
    {
        DateZones zones = DateZones.Of("America/New_York", "Europe/Berlin");
        DateExpression date = new(text, DateEdge.End);
        DateEcho.Describe(date, DateParser.Resolve(date, Now, zones), zones).ShouldBe(expected);
    }

    [Theory]
    [InlineData("2026-12-25", true)]
    [InlineData("2026-12-25T10:00", false)]
    [InlineData("25.12.2026", false)]
    [InlineData("tomorrow", false)]
    [InlineData("1798208100", false)]
    public void Only_a_day_in_ISO_8601_says_all_of_it_itself(string text, bool isPlain) =>
        DateEcho.IsPlain(new DateExpression(text, DateEdge.End)).ShouldBe(isPlain);
}
