using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ClickUpMcp.Tests.Binding;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;
using NodaTime;

namespace ClickUpMcp.Tests.Handlers;

/// <summary>For every date argument of every tool: a day stays that day, whatever zones the account and the server have.</summary>
public sealed partial class AccountDayTests
{
    // Far from the seed, so that no other date of a result is near.
    private const string Coming = "2027-03-17";
    private const string Gone = "2026-03-18";

    private static readonly Duration Millisecond = Duration.FromMilliseconds(1);

    private static readonly string[] Zones =
    [
        "America/New_York",
        "Asia/Tokyo",
        "Pacific/Kiritimati",
        "Pacific/Pago_Pago",
        "Europe/Berlin",
    ];

    // What is undone is a time of this server's journal, and not sent.
    private static readonly SpecArgument[] Dates =
    [
        .. SpecArgument.All.Where(static a => a.Type.IsDate && a.Tool != "undo_since"),
    ];

    public static TheoryData<string> Tools => [.. Dates.Select(static a => a.Tool).Distinct()];

    [Fact]
    public void Every_date_argument_is_tried() => Dates.Length.ShouldBeGreaterThan(40);

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task A_calendar_day_survives_the_way_to_ClickUp_and_back(string tool)
    {
        foreach (SpecArgument argument in Dates.Where(a => a.Tool == tool))
        {
            string day = argument.Type.LooksBack ? Gone : Coming;
            foreach (string account in Zones)
            {
                foreach (string? configured in new[] { null, Zones[0], Zones[2] })
                {
                    await Try(argument, day, account, configured);
                }
            }
        }
    }

    private static async Task Try(SpecArgument argument, string day, string account, string? configured)
    {
        string where = $"{argument} = {day}, account {account}, server {configured}";
        SandboxSession session = new(timeZone: configured, accountTimeZone: account);

        ToolResult result = await session.CallAsync(argument.Tool, Call(argument, day));

        result.IsError.ShouldBeFalse($"{where}\n{result.Text}");
        Instant[] instants =
        [
            .. session
                .Sent.SelectMany(static sent => InstantsIn(Uri.UnescapeDataString(sent.Query) + sent.Body))
                .Where(instant => Math.Abs(Days(DayOf(instant, account), day)) <= 2),
        ];
        // Tasks of a view are filtered when they are here.
        (instants.Length > 0).ShouldBe(argument.Tool != "get_view_tasks", where);
        // A bound that does not belong to the day is a millisecond away from it.
        instants
            .Where(instant => !IsOn(instant) && !IsOn(instant + Millisecond) && !IsOn(instant - Millisecond))
            .ShouldBeEmpty(where);
        Shown()
            .Matches(result.Text)
            .Select(static match => match.Value)
            .Where(shown => Math.Abs(Days(shown, day)) == 1)
            .ShouldBeEmpty($"{where}\n{result.Text}");

        bool IsOn(Instant instant) => DayOf(instant, account) == day;
    }

    /// <summary>The other dates of the call may contradict this one: they go, or are some days away.</summary>
    private static string Call(SpecArgument argument, string day)
    {
        JsonObject call = JsonNode.Parse(SpecCall.With(argument, $"\"{day}\""))!.AsObject();
        foreach (SpecArgument other in Dates.Where(d => d.Tool == argument.Tool && d.Name != argument.Name))
        {
            foreach (string name in other.Aliases.Append(other.Name))
            {
                call.Remove(name);
            }

            bool isNeeded =
                other.IsRequired
                || SpecArgument
                    .Rules(argument.Tool, "requires")
                    .Any(rule => rule[0] == argument.Name && rule.Contains(other.Name));
            if (isNeeded)
            {
                bool isBefore = argument.Name.Contains("end", StringComparison.Ordinal);
                call[other.Name] = DateOnly
                    .Parse(day, CultureInfo.InvariantCulture)
                    .AddDays(isBefore ? -5 : 5)
                    .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            }
        }

        // From start to end, where it is stated beside both.
        if (call.ContainsKey("time"))
        {
            call["time"] = "120h";
        }

        return call.ToJsonString();
    }

    private static IEnumerable<Instant> InstantsIn(string text) =>
        Epochs()
            .Matches(text)
            .Select(static match =>
                Instant.FromUnixTimeMilliseconds(long.Parse(match.Value, CultureInfo.InvariantCulture))
            )
            .Concat(
                IsoInstants()
                    .Matches(text)
                    .Select(static match =>
                        Instant.FromDateTimeOffset(DateTimeOffset.Parse(match.Value, CultureInfo.InvariantCulture))
                    )
            );

    private static string DayOf(Instant instant, string zone) =>
        instant.InZone(DateTimeZoneProviders.Tzdb[zone]).Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int Days(string one, string other) =>
        DateOnly.Parse(one, CultureInfo.InvariantCulture).DayNumber
        - DateOnly.Parse(other, CultureInfo.InvariantCulture).DayNumber;

    [GeneratedRegex(@"\b1[6-9]\d{11}\b", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Epochs();

    [GeneratedRegex(
        @"\b20\d\d-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex IsoInstants();

    [GeneratedRegex(@"\b20\d\d-\d\d-\d\d\b", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Shown();
}
