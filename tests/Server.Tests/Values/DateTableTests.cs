using ClickUpMcp.Driver;
using ClickUpMcp.Values;
using NodaTime;

namespace ClickUpMcp.Tests.Values;

public class DateTableTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 30, 0, TimeSpan.Zero);

    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    public static TheoryData<string, string> Ahead => [.. DateTable.Rows(DateTable.Ahead)];

    public static TheoryData<string, string> Back => [.. DateTable.Rows(DateTable.Back)];

    [Theory]
    [MemberData(nameof(Ahead))]
    public void A_date_that_looks_ahead(string text, string expected) =>
        Resolve(text, DateEdge.End, DateDirection.Future).ShouldBe(expected);

    [Theory]
    [MemberData(nameof(Back))]
    public void A_date_that_looks_back(string text, string expected) =>
        Resolve(text, DateEdge.Start, DateDirection.Past).ShouldBe(expected);

    [Fact]
    public void The_table_is_long_and_has_no_row_twice()
    {
        string[] texts = [.. DateTable.Rows(DateTable.Ahead).Select(static row => row.Text)];
        texts.Length.ShouldBeGreaterThanOrEqualTo(160);
        texts.ShouldBe(texts.Distinct());
    }

    /// <remarks>What people and models write, most of it before it was known which of it is read.</remarks>
    [Fact]
    public void What_people_write_is_read_or_refused_with_its_reason()
    {
        string[][] rows =
        [
            .. Repository
                .Read("tests/Server.Tests/Values/said-dates.tsv")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(static line => line.Split('\t')),
        ];

        rows.Length.ShouldBeGreaterThanOrEqualTo(500);
        foreach (string[] row in rows)
        {
            if (row[1].StartsWith("! ", StringComparison.Ordinal))
            {
                DateParser
                    .FindProblem(row[0])
                    .ShouldNotBeNull(row[0])
                    .ShouldContain(row[1][2..], customMessage: row[0]);
            }
            else
            {
                Resolve(row[0], DateEdge.End, DateDirection.Future).ShouldBe(row[1], row[0]);
            }
        }
    }

    [Theory]
    [InlineData("this friday", "2026-12-04")]
    [InlineData("friday", "2026-12-04")]
    [InlineData("this saturday", "2026-11-28")]
    [InlineData("this sunday", "2026-11-29")]
    [InlineData("this january", "2027-01-31")]
    [InlineData("first day of the month", "2026-12-01")]
    public void What_is_due_is_not_in_the_past_on_a_saturday(string text, string expected) =>
        Resolve(text, DateEdge.End, DateDirection.Future, Now.AddDays(3)).ShouldBe(expected);

    [Theory]
    [InlineData("2 weeks", "2026-11-11")]
    [InlineData("48 hours", "2026-11-23 10:30")]
    public void A_distance_alone_goes_the_way_that_the_argument_looks(string text, string expected) =>
        Resolve(text, DateEdge.Start, DateDirection.Past).ShouldBe(expected);

    private static string Resolve(string text, DateEdge edge, DateDirection direction, DateTimeOffset? now = null)
    {
        DateParser.FindProblem(text).ShouldBeNull(text);
        DateExpression date = new(text, edge, direction);
        ResolvedDate resolved = DateParser.Resolve(date, now ?? Now, new DateZones(Berlin, Berlin));
        LocalDateTime local = Instant.FromUnixTimeMilliseconds(resolved.UnixMilliseconds).InZone(Berlin).LocalDateTime;
        if (!resolved.HasTime)
        {
            LocalTime time =
                (resolved.NamedEdge ?? edge) == DateEdge.Start ? LocalTime.Midnight : new LocalTime(23, 59, 59, 999);
            local.TimeOfDay.ShouldBe(time, text);
            return local.ToString("uuuu-MM-dd", null);
        }

        return local.ToString(local.Second == 0 ? "uuuu-MM-dd HH:mm" : "uuuu-MM-dd HH:mm:ss", null);
    }
}
