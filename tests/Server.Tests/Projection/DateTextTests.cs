using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Values;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace ClickUpMcp.Tests.Projection;

public class DateTextTests
{
    private static readonly string[] Zones = [.. DateTimeZoneProviders.Tzdb.Ids];

    [Fact]
    public void The_day_given_is_the_day_stored_and_the_day_shown_whatever_zone_anybody_has()
    {
        Gen<(int Day, int Account, int Caller, bool IsEnd, bool IsPast)> cases =
            from day in Gen.Choose(0, 40_000)
            from account in Gen.Choose(0, Zones.Length - 1)
            from caller in Gen.Choose(0, Zones.Length - 1)
            from isEnd in Gen.Elements(true, false)
            from isPast in Gen.Elements(true, false)
            select (day, account, caller, isEnd, isPast);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(20_000),
            Prop.ForAll(
                cases.ToArbitrary(),
                static c =>
                    IsShownBack(
                        new LocalDate(1991, 1, 1).PlusDays(c.Day),
                        Zones[c.Account],
                        Zones[c.Caller],
                        c.IsEnd,
                        c.IsPast
                    )
            )
        );
    }

    [Fact]
    public void The_day_of_every_zone_is_shown_back_on_each_day_of_a_year()
    {
        foreach (string zone in Zones)
        {
            for (LocalDate day = new(2026, 1, 1); day.Year == 2026; day = day.PlusDays(1))
            {
                IsShownBack(day, zone, "Pacific/Kiritimati", isEnd: true, isPast: false).ShouldBeTrue($"{zone} {day}");
                IsShownBack(day, zone, "Pacific/Pago_Pago", isEnd: false, isPast: true).ShouldBeTrue($"{zone} {day}");
            }
        }
    }

    [Theory]
    [InlineData("2026-12-25T15:30:00Z", "2026-12-25T10:30")]
    [InlineData("2026-12-25T03:00:00Z", "2026-12-25")]
    [InlineData("2026-12-25T02:59:00Z", "2026-12-24T21:59")]
    public void Times_are_shown_in_the_callers_zone(string instant, string expected) =>
        Show(DateTimeOffset.Parse(instant).ToUnixTimeMilliseconds(), DateZones.Of("America/New_York", "Europe/Berlin"))
            .ShouldBe(expected);

    private static bool IsShownBack(LocalDate day, string account, string caller, bool isEnd, bool isPast)
    {
        DateTimeZone zone = DateTimeZoneProviders.Tzdb[account];
        // A day that a zone skipped, as Samoa did, cannot be stored there.
        if (zone.MapLocal(day.At(LocalTime.Noon)).Count == 0)
        {
            return true;
        }

        DateZones zones = DateZones.Of(caller, account);
        DateExpression date = new(
            day.ToString("uuuu-MM-dd", null),
            isEnd ? DateEdge.End : DateEdge.Start,
            isPast ? DateDirection.Past : DateDirection.Future
        );
        ResolvedDate resolved = DateParser.Resolve(date, DateTimeOffset.UnixEpoch, zones);
        LocalDate stored = Instant.FromUnixTimeMilliseconds(resolved.UnixMilliseconds).InZone(zone).Date;
        return stored == day && Show(resolved.UnixMilliseconds, zones) == date.Text;
    }

    private static string? Show(long milliseconds, DateZones zones) =>
        DateText.Format(JsonElement.Parse($"{milliseconds}"), zones);
}
