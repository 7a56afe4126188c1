using ClickUpMcp.Values;
using NodaTime;

namespace ClickUpMcp.Tests.Values;

public class DatePropertyTests
{
    private static readonly string[] Words =
    [
        "now",
        "today",
        "tomorrow",
        "yesterday",
        "day",
        "after",
        "before",
        "next",
        "last",
        "this",
        "friday",
        "mon",
        "in",
        "ago",
        "from",
        "3",
        "25",
        "a",
        "two",
        "days",
        "weeks",
        "hours",
        "business",
        "month",
        "quarter",
        "year",
        "end",
        "start",
        "of",
        "the",
        "q2",
        "dec",
        "may",
        "2026",
        "2027-02-28",
        "25.12.2026",
        "at",
        "3pm",
        "15:30",
        "noon",
        "on",
        "+2d",
        "-3w",
        "29",
        "feb",
        "31",
        "100",
        "99999",
        "eom",
        "3/4",
        "T",
        "Z",
        "2026-12-25T15:30Z",
        "1798208100000",
        ",",
        "week",
        "11",
        "pm",
        "morning",
        "tonight",
        "midnight",
        "first",
        "13th",
        "twenty",
        "half",
        "couple",
        "and",
        "later",
        "within",
        "weekend",
        "w53",
        "EST",
        "Europe/Berlin",
        "+02:00",
        "12/31/2026",
        "12-30-16",
        "2026-W53",
        "1h30",
        "-",
    ];

    private static readonly string[] Zones = [.. DateTimeZoneProviders.Tzdb.Ids];

    [Fact]
    public void What_is_valid_resolves_at_any_time_in_any_zone_and_what_is_not_does_not()
    {
        Random random = new(7);
        int valid = 0;
        for (int i = 0; i < 60_000; i++)
        {
            string text = Phrase(random);
            DateExpression date = new(text, (DateEdge)random.Next(2), (DateDirection)random.Next(2));
            DateTimeOffset now = DateTimeOffset.UnixEpoch.AddMinutes(random.NextInt64(0, 540_000_000));
            Action resolve = () => DateParser.Resolve(date, now, DateZones.Of(Any(random), Any(random)));
            if (DateParser.IsValid(text))
            {
                valid++;
                resolve.ShouldNotThrow(text);
            }
            else if (i % 50 == 0)
            {
                resolve.ShouldThrow<FormatException>(text);
            }
        }

        valid.ShouldBeGreaterThan(3000);
    }

    [Fact]
    public void Any_text_at_all_is_judged_without_an_exception()
    {
        Random random = new(11);
        const string Characters = "0123456789-:/.+@~'TtZz ,apmdhwqynextlsinago\t\u00a0é😀\ud800";
        for (int i = 0; i < 100_000; i++)
        {
            string text = string.Concat(
                Enumerable.Range(0, random.Next(1, 24)).Select(_ => Characters[random.Next(Characters.Length)])
            );
            _ = DateParser.FindProblem(text);
        }
    }

    [Fact]
    public void The_start_of_each_day_lies_just_after_the_end_of_the_day_before_in_every_zone()
    {
        foreach (string zone in Zones)
        {
            // Any day of the year, so that over all zones many clock changes are met.
            LocalDate day = new LocalDate(2026, 1, 1).PlusDays(Array.IndexOf(Zones, zone) % 365);
            long end = Resolve($"{day:uuuu-MM-dd}", DateEdge.End, zone);
            long start = Resolve($"{day.PlusDays(1):uuuu-MM-dd}", DateEdge.Start, zone);
            (start - end).ShouldBe(1, $"{zone} {day}");
            (end - Resolve($"{day:uuuu-MM-dd}", DateEdge.Start, zone)).ShouldBeInRange(
                22 * 3_600_000L,
                26 * 3_600_000L
            );
        }
    }

    [Fact]
    public void ISO_date_times_round_trip_in_every_zone()
    {
        Random random = new(13);
        foreach (string id in Zones)
        {
            DateTimeZone zone = DateTimeZoneProviders.Tzdb[id];
            Instant instant = Instant.FromUnixTimeSeconds(random.NextInt64(631_152_000, 4_000_000_000));
            OffsetDateTime there = instant.InZone(zone).ToOffsetDateTime();
            if (there.Offset.Seconds % 60 == 0)
            {
                Resolve(there.ToString("uuuu-MM-dd'T'HH:mm:sso<m>", null), DateEdge.Start, id)
                    .ShouldBe(instant.ToUnixTimeMilliseconds());
            }

            Resolve(instant.ToUnixTimeMilliseconds().ToString(), DateEdge.End, id)
                .ShouldBe(instant.ToUnixTimeMilliseconds());
        }
    }

    [Fact]
    public void More_days_are_later()
    {
        foreach (string unit in new[] { "days", "business days", "weeks", "months", "hours", "minutes" })
        {
            long[] results =
            [
                .. Enumerable.Range(0, 400).Select(n => Resolve($"in {n} {unit}", DateEdge.End, "America/New_York")),
            ];
            results.ShouldBe(results.Order().Distinct(), unit);
        }
    }

    [Fact]
    public void Business_days_never_end_on_a_weekend()
    {
        for (int n = 1; n < 400; n++)
        {
            Instant instant = Instant.FromUnixTimeMilliseconds(Resolve($"in {n} business days", DateEdge.Start, "UTC"));
            instant.InUtc().DayOfWeek.ShouldNotBeOneOf(IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday);
        }
    }

    private static string Any(Random random) => Zones[random.Next(Zones.Length)];

    private static string Phrase(Random random)
    {
        IEnumerable<string> words = Enumerable
            .Range(0, random.Next(1, 6))
            .Select(_ => Words[random.Next(Words.Length)]);
        return string.Join(' ', words);
    }

    private static long Resolve(string text, DateEdge edge, string zone)
    {
        DateExpression date = new(text, edge);
        DateTimeOffset now = new(2026, 11, 25, 9, 30, 0, TimeSpan.Zero);
        return DateParser.Resolve(date, now, DateZones.Of(null, zone)).UnixMilliseconds;
    }
}
