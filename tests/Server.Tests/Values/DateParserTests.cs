using ClickUpMcp.Values;

namespace ClickUpMcp.Tests.Values;

public class DateParserTests
{
    // A Wednesday, 10:30 in Berlin.
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 30, 0, TimeSpan.Zero);

    [Theory]
    // Days, by the edge of the argument.
    [InlineData("today", "2026-11-25")]
    [InlineData("Tomorrow", "2026-11-26")]
    [InlineData("yesterday", "2026-11-24")]
    [InlineData("day after tomorrow", "2026-11-27")]
    [InlineData("day before yesterday", "2026-11-23")]
    [InlineData("2026-12-25", "2026-12-25")]
    [InlineData("2026/12/25", "2026-12-25")]
    [InlineData("25.12.2026", "2026-12-25")]
    [InlineData("1.2.2027", "2027-02-01")]
    [InlineData("25 dec", "2026-12-25")]
    [InlineData("25th of December 2027", "2027-12-25")]
    [InlineData("Dec. 25, 2026", "2026-12-25")]
    [InlineData("dec 25th", "2026-12-25")]
    [InlineData("3 nov", "2027-11-03")]
    [InlineData("25 nov", "2026-11-25")]
    [InlineData("29 feb", "2028-02-29")]
    // Weekdays.
    [InlineData("wednesday", "2026-11-25")]
    [InlineData("friday", "2026-11-27")]
    [InlineData("on Friday", "2026-11-27")]
    [InlineData("tue", "2026-12-01")]
    [InlineData("this monday", "2026-11-30")]
    [InlineData("next friday", "2026-12-04")]
    [InlineData("next monday", "2026-11-30")]
    [InlineData("last monday", "2026-11-23")]
    [InlineData("last wednesday", "2026-11-18")]
    // Distances.
    [InlineData("in 3 days", "2026-11-28")]
    [InlineData("3 days ago", "2026-11-22")]
    [InlineData("two weeks from now", "2026-12-09")]
    [InlineData("in a week", "2026-12-02")]
    [InlineData("+2d", "2026-11-27")]
    [InlineData("-1w", "2026-11-18")]
    [InlineData("+1 month", "2026-12-25")]
    [InlineData("in 3 business days", "2026-11-30")]
    [InlineData("2 working days ago", "2026-11-23")]
    [InlineData("in 1 quarter", "2027-02-25")]
    // Edges that the words name.
    [InlineData("end of day", "2026-11-25", "end")]
    [InlineData("eod", "2026-11-25", "end")]
    [InlineData("end of week", "2026-11-29", "end")]
    [InlineData("end of the month", "2026-11-30", "end")]
    [InlineData("end of quarter", "2026-12-31", "end")]
    [InlineData("end of year", "2026-12-31", "end")]
    [InlineData("start of next week", "2026-11-30", "start")]
    [InlineData("beginning of last month", "2026-10-01", "start")]
    [InlineData("end of Q2", "2027-06-30", "end")]
    [InlineData("end of q1 2026", "2026-03-31", "end")]
    [InlineData("end of february 2028", "2028-02-29", "end")]
    [InlineData("start of tomorrow", "2026-11-26", "start")]
    public void A_day_without_a_time_is_its_first_or_last_millisecond(string text, string day, string? edge = null)
    {
        if (edge is not "end")
        {
            Resolve(text, DateEdge.Start).ShouldBe(($"{day} 00:00:00.000", false));
        }

        if (edge is not "start")
        {
            Resolve(text, DateEdge.End).ShouldBe(($"{day} 23:59:59.999", false));
        }

        if (edge is not null)
        {
            Resolve(text, DateEdge.Start).ShouldBe(Resolve(text, DateEdge.End));
        }
    }

    [Theory]
    [InlineData("this week", "2026-11-23", "2026-11-29")]
    [InlineData("next week", "2026-11-30", "2026-12-06")]
    [InlineData("last month", "2026-10-01", "2026-10-31")]
    [InlineData("next month", "2026-12-01", "2026-12-31")]
    [InlineData("this quarter", "2026-10-01", "2026-12-31")]
    [InlineData("next year", "2027-01-01", "2027-12-31")]
    [InlineData("q4", "2026-10-01", "2026-12-31")]
    [InlineData("q3", "2027-07-01", "2027-09-30")]
    [InlineData("november", "2026-11-01", "2026-11-30")]
    [InlineData("may", "2027-05-01", "2027-05-31")]
    [InlineData("february 2028", "2028-02-01", "2028-02-29")]
    public void A_period_is_its_first_or_last_day(string text, string first, string last)
    {
        Resolve(text, DateEdge.Start).ShouldBe(($"{first} 00:00:00.000", false));
        Resolve(text, DateEdge.End).ShouldBe(($"{last} 23:59:59.999", false));
    }

    [Theory]
    [InlineData("now", "2026-11-25 10:30")]
    [InlineData("in 2 hours", "2026-11-25 12:30")]
    [InlineData("90 minutes ago", "2026-11-25 09:00")]
    [InlineData("in an hour", "2026-11-25 11:30")]
    [InlineData("+30m", "2026-11-25 11:00")]
    [InlineData("tomorrow at 3pm", "2026-11-26 15:00")]
    [InlineData("3:30 pm tomorrow", "2026-11-26 15:30")]
    [InlineData("at 9am on friday", "2026-11-27 09:00")]
    [InlineData("next friday noon", "2026-12-04 12:00")]
    [InlineData("12am tomorrow", "2026-11-26 00:00")]
    [InlineData("12:15pm tomorrow", "2026-11-26 12:15")]
    [InlineData("15:30", "2026-11-25 15:30")]
    [InlineData("in 3 days at 8:05", "2026-11-28 08:05")]
    [InlineData("25 dec 2026 15:30", "2026-12-25 15:30")]
    [InlineData("dec 25 at 3pm", "2026-12-25 15:00")]
    [InlineData("end of month 17:00", "2026-11-30 17:00")]
    [InlineData("2026-12-25 15:30", "2026-12-25 15:30")]
    [InlineData("2026-12-25T15:30:00", "2026-12-25 15:30")]
    [InlineData("2026-12-25T15:30:00.000Z", "2026-12-25 16:30")]
    [InlineData("2026-12-25T15:30+05:30", "2026-12-25 11:00")]
    [InlineData("2026-12-25 15:30:00 -0500", "2026-12-25 21:30")]
    [InlineData("1798208100000", "2026-12-25 15:15")]
    [InlineData("1798208100", "2026-12-25 15:15")]
    public void A_time_of_day_is_kept(string text, string expected)
    {
        foreach (DateEdge edge in Enum.GetValues<DateEdge>())
        {
            Resolve(text, edge).ShouldBe(($"{expected}:00.000", true));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("2026-12-25T24:00")]
    [InlineData("2026-12-25T15:60")]
    [InlineData("2026-12-25T15:30+25:00")]
    [InlineData("2026-12-25Tnoon")]
    [InlineData("13pm")]
    [InlineData("0am")]
    [InlineData("next")]
    [InlineData("end of")]
    [InlineData("in days")]
    [InlineData("in 3")]
    [InlineData("+d")]
    [InlineData("+")]
    [InlineData("-")]
    [InlineData("in 999999 days")]
    [InlineData("in 101 years")]
    [InlineData("next week at 3pm")]
    [InlineData("in 2 hours at 3pm")]
    [InlineData("tomorrow at 3pm 4pm")]
    [InlineData("tomorrow tomorrow")]
    [InlineData("123")]
    [InlineData("August 32")]
    [InlineData("32 August 2026")]
    [InlineData("1-2")]
    [InlineData("1-2-3")]
    [InlineData("2012")]
    [InlineData("2012-14")]
    [InlineData("2026-366")]
    [InlineData("2027-W53")]
    [InlineData("fifth monday of january")]
    [InlineData("in 2 days friday")]
    [InlineData("morning")]
    [InlineData("tomorrow 9:00 IST")]
    [InlineData("tomorrow 9:00 CST")]
    [InlineData("1e12")]
    [InlineData("q5")]
    [InlineData("٢٠٢٦-١٢-٢٥")]
    public void What_is_no_date_is_refused(string text)
    {
        DateParser.IsValid(text).ShouldBeFalse();
        DateParser.FindProblem(text)!.ShouldContain("is not a date");
    }

    [Theory]
    [InlineData("04/05/2026", "2026-05-04 (day first)", "2026-04-05 (month first)")]
    [InlineData("3/4/2026", "2026-04-03 (day first)", "2026-03-04 (month first)")]
    [InlineData("03-04-2026", "2026-04-03", "2026-03-04")]
    [InlineData("3/4/26 15:30", "2026-04-03", "2026-03-04")]
    [InlineData("3/4", "3 April (day first)", "4 March (month first)")]
    public void Day_and_month_in_doubt_are_refused_with_both_readings(string text, string dayFirst, string monthFirst)
    {
        DateParser.IsValid(text).ShouldBeFalse();
        DateParser.FindProblem(text)!.ShouldStartWith("is ambiguous");
        DateParser.FindProblem(text)!.ShouldContain(dayFirst);
        DateParser.FindProblem(text)!.ShouldContain(monthFirst);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("100")]
    [InlineData("99999999999")]
    [InlineData("500000000")]
    [InlineData("631151999")]
    [InlineData("631151999999")]
    [InlineData("5000000000")]
    [InlineData("4133980800")]
    [InlineData("4133980800000")]
    [InlineData("17982081000000")]
    [InlineData("1798208100000000")]
    [InlineData("-1798208100000")]
    public void Unix_times_before_1990_or_after_2100_are_refused(string text) =>
        DateParser.IsValid(text).ShouldBeFalse();

    [Theory]
    [InlineData("631152000", "1990-01-01 01:00:00.000")]
    [InlineData("631152000000", "1990-01-01 01:00:00.000")]
    [InlineData("4133980799", "2101-01-01 00:59:59.000")]
    [InlineData("4133980799999", "2101-01-01 00:59:59.999")]
    public void Unix_times_from_1990_to_2100_are_read(string text, string expected) =>
        Resolve(text, DateEdge.Start).ShouldBe((expected, true));

    [Theory]
    [InlineData("at 3", "which half of the day")]
    [InlineData("tomorrow at 8", "which half of the day")]
    [InlineData("half past three", "which half of the day")]
    [InlineData("2h", "which half of the day")]
    [InlineData("8pm in the morning", "not in that part of the day")]
    [InlineData("monday, 1 december 2026", "2026-12-01 is a Tuesday")]
    [InlineData("Monday 12/31/2026", "2026-12-31 is a Thursday")]
    [InlineData("friday tomorrow", "beside another day")]
    [InlineData("2026-02-29", "2026-02 has 28 days")]
    [InlineData("30.2.2026", "2026-02 has 28 days")]
    [InlineData("30 feb", "February has at most 29 days")]
    [InlineData("31 april", "April has 30 days")]
    [InlineData("0 dec", "December has 31 days")]
    [InlineData("8/32/2027", "2027-08 has 31 days")]
    [InlineData("2026-13-01", "there is no month 13")]
    [InlineData("13/31/2026", "there is no month 13")]
    [InlineData("20261331", "there is no month 13")]
    [InlineData("soon", "does not name one day (\"soon\")")]
    [InlineData("in a few days", "does not name one day (\"few\")")]
    [InlineData("in several hours", "does not name one day (\"several\")")]
    [InlineData("friday or saturday", "does not name one day (\"or\")")]
    [InlineData("2 hours after tomorrow", "does not name one day (\"after\")")]
    [InlineData("10 - 22 August 2026", "names a span")]
    [InlineData("monday to friday", "names a span")]
    [InlineData("every friday", "repeats (\"every\")")]
    public void Parts_that_do_not_fit_are_said(string text, string problem) =>
        DateParser.FindProblem(text)!.ShouldContain(problem);

    [Theory]
    [InlineData("midnight", false, "2026-11-26 00:00:00.000", "2026-11-25 23:59:59.999")]
    [InlineData("midnight", true, "2026-11-25 00:00:00.000", "2026-11-24 23:59:59.999")]
    [InlineData("tomorrow midnight", false, "2026-11-26 00:00:00.000", "2026-11-26 23:59:59.999")]
    [InlineData("12 at night on friday", false, "2026-11-27 00:00:00.000", "2026-11-27 23:59:59.999")]
    public void Midnight_closes_the_day_where_its_end_is_asked_for(string text, bool isPast, string start, string end)
    {
        DateDirection direction = isPast ? DateDirection.Past : DateDirection.Future;
        Resolve(text, DateEdge.Start, direction).Local.ShouldBe(start);
        Resolve(text, DateEdge.End, direction).Local.ShouldBe(end);
    }

    [Theory]
    // Berlin springs forward on 2026-03-29 at 02:00 and falls back on 2026-10-25 at 03:00.
    [InlineData("2026-03-29 02:30", "Europe/Berlin", "2026-03-29T01:30:00Z")]
    [InlineData("2026-10-25 02:30", "Europe/Berlin", "2026-10-25T00:30:00Z")]
    // Cairo's clocks jump from 00:00 to 01:00: the day starts at 01:00.
    [InlineData("start of 2026-04-24", "Africa/Cairo", "2026-04-23T22:00:00Z")]
    // Samoa skipped the whole of 30 December 2011.
    [InlineData("start of 2011-12-30", "Pacific/Apia", "2011-12-30T10:00:00Z")]
    [InlineData("2011-12-30 12:00", "Pacific/Apia", "2011-12-30T22:00:00Z")]
    public void Gaps_and_overlaps_of_the_clock_are_taken_leniently(string text, string zone, string expected)
    {
        DateExpression date = new(text, DateEdge.Start);
        ResolvedDate resolved = DateParser.Resolve(date, Now, DateZones.Of(null, zone));
        DateTimeOffset.FromUnixTimeMilliseconds(resolved.UnixMilliseconds).ShouldBe(DateTimeOffset.Parse(expected));
    }

    private static (string Local, bool HasTime) Resolve(
        string text,
        DateEdge edge,
        DateDirection direction = DateDirection.Future
    )
    {
        DateParser.FindProblem(text).ShouldBeNull(text);
        DateExpression date = new(text, edge, direction);
        ResolvedDate resolved = DateParser.Resolve(date, Now, DateZones.Of(null, "Europe/Berlin"));
        NodaTime.ZonedDateTime local = NodaTime
            .Instant.FromUnixTimeMilliseconds(resolved.UnixMilliseconds)
            .InZone(NodaTime.DateTimeZoneProviders.Tzdb["Europe/Berlin"]);
        return (local.ToString("yyyy-MM-dd HH:mm:ss.fff", null), resolved.HasTime);
    }
}
