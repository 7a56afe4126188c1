using ClickUpMcp.Values;

namespace ClickUpMcp.Tests.Values;

public class DurationTests
{
    [Theory]
    [InlineData("90", 90)]
    [InlineData("90m", 90)]
    [InlineData("1h 30m", 90)]
    [InlineData("1h30m", 90)]
    [InlineData("1h30", 90)]
    [InlineData("1.5h", 90)]
    [InlineData("1.5 hours", 90)]
    [InlineData("1,5h", 90)]
    [InlineData("0,25 h", 15)]
    [InlineData("1:30", 90)]
    [InlineData("1 hour and 30 minutes", 90)]
    [InlineData("1 hr, 30 min", 90)]
    [InlineData("90 M", 90)]
    [InlineData("5400s", 90)]
    [InlineData("5400000ms", 90)]
    [InlineData("2d", 2880)]
    [InlineData("1w 1d", 11_520)]
    [InlineData("0", 0)]
    [InlineData("0:05", 5)]
    [InlineData("1:30:00", 90)]
    [InlineData("PT1H30M", 90)]
    [InlineData("pt90m", 90)]
    [InlineData("PT1.5H", 90)]
    [InlineData("P1DT2H", 1560)]
    [InlineData("P1W", 10_080)]
    [InlineData("PT5400S", 90)]
    [InlineData("2.5h", 150)]
    [InlineData("2.5 hours", 150)]
    [InlineData("1h 30", 90)]
    [InlineData("an hour and a half", 90)]
    [InlineData("half an hour", 30)]
    [InlineData("two hours", 120)]
    [InlineData("2 and a half hours", 150)]
    [InlineData("forty five minutes", 45)]
    [InlineData("3600000 ms", 60)]
    [InlineData("1 hour, 5 minutes, and 30 seconds", 65.5)]
    [InlineData("2880", 2880)]
    public void Durations_are_read(string text, double minutes)
    {
        DurationParser.TryParse(text, out long milliseconds).ShouldBeTrue();
        milliseconds.ShouldBe((long)(minutes * 60_000));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("h")]
    [InlineData("-1h")]
    [InlineData("1h 1h")]
    [InlineData("30m 1h")]
    [InlineData("1:60")]
    [InlineData("1:3")]
    [InlineData("1,500h")]
    [InlineData("1,5")]
    [InlineData("1..5h")]
    [InlineData(".5h")]
    [InlineData("1 fortnight")]
    [InlineData("99999999999h")]
    [InlineData("99999999999999999999")]
    [InlineData("1e3")]
    [InlineData("1h and")]
    [InlineData("٣h")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1M")]
    [InlineData("P1Y")]
    [InlineData("PT1D")]
    [InlineData("PT30M1H")]
    [InlineData("1:30:60")]
    [InlineData("half")]
    [InlineData("an")]
    public void What_is_no_duration_is_refused(string text) => DurationParser.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("3600000", "3600000ms")]
    [InlineData("5400000", "at most 2880 as minutes")]
    [InlineData("2881", "give the unit")]
    [InlineData("3600", "give the unit")]
    [InlineData("2.5", "2.5h for hours")]
    [InlineData("0.5", "0.5h for hours")]
    [InlineData("600000h", "at most 10 years")]
    public void A_number_that_is_not_plausible_as_minutes_asks_for_its_unit(string text, string problem)
    {
        DurationParser.TryParse(text, out _).ShouldBeFalse();
        DurationParser.FindProblem(text)!.ShouldContain(problem);
    }

    [Fact]
    public void Any_text_at_all_is_judged_without_an_exception()
    {
        Random random = new(3);
        const string Characters = "0123456789.:hmsdw ,-and\u0660é";
        for (int i = 0; i < 100_000; i++)
        {
            string text = string.Concat(
                Enumerable.Range(0, random.Next(0, 12)).Select(_ => Characters[random.Next(Characters.Length)])
            );
            _ = DurationParser.TryParse(text, out _);
        }
    }

    [Fact]
    public void What_is_written_is_read_back_and_grows_with_the_duration()
    {
        Random random = new(5);
        for (int i = 0; i < 10_000; i++)
        {
            long milliseconds = random.NextInt64(0, 10_000_000) * 1000;
            DurationParser.TryParse(DurationText.Format(milliseconds), out long back).ShouldBeTrue();
            back.ShouldBe(milliseconds);
        }
    }

    [Theory]
    [InlineData(0, "0m")]
    [InlineData(5_400_000, "1h 30m")]
    [InlineData(108_000_000, "30h")]
    [InlineData(61_500, "1m 2s")]
    [InlineData(-1_700_000_000_000, "running")]
    public void Durations_are_written(long milliseconds, string expected) =>
        DurationText.Format(milliseconds).ShouldBe(expected);
}
