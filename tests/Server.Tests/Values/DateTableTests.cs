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

    private static string Resolve(string text, DateEdge edge, DateDirection direction)
    {
        DateParser.FindProblem(text).ShouldBeNull(text);
        DateExpression date = new(text, edge, direction);
        ResolvedDate resolved = DateParser.Resolve(date, Now, new DateZones(Berlin, Berlin));
        LocalDateTime local = Instant.FromUnixTimeMilliseconds(resolved.UnixMilliseconds).InZone(Berlin).LocalDateTime;
        if (!resolved.HasTime)
        {
            LocalTime time = edge == DateEdge.Start ? LocalTime.Midnight : new LocalTime(23, 59, 59, 999);
            local.TimeOfDay.ShouldBe(time, text);
            return local.ToString("uuuu-MM-dd", null);
        }

        return local.ToString(local.Second == 0 ? "uuuu-MM-dd HH:mm" : "uuuu-MM-dd HH:mm:ss", null);
    }
}
