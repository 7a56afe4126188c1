using NodaTime;

namespace ClickUpMcp.Values;

/// <summary>Reads which day or period is meant, as in "next friday", "25 dec", "end of next month", "q2 2026".</summary>
/// <remarks>
/// A weekday alone is the first one from today on; "this" and "next" choose by calendar week, "last" is the latest one before today.
/// A day or month without a year is the first one from today on. A period such as "next week" is its first or last day, as the argument says.
/// </remarks>
internal static class DayPhrase
{
    // 29 February comes round after eight years at most (1896 to 1904, 2096 to 2104).
    private const int YearsToSearch = 8;

    /// <summary>Reads a day or period if one comes next; null leaves it to the caller to give up.</summary>
    public static DateMeaning? Take(DateTokens words) => TakeEdge(words) ?? TakeDay(words) ?? TakePeriod(words);

    private static DateMeaning? TakeEdge(DateTokens words)
    {
        CalendarUnit? abbreviated = words.Take(static w =>
            w switch
            {
                "eod" => CalendarUnit.Day,
                "eow" => CalendarUnit.Week,
                "eom" => CalendarUnit.Month,
                "eoq" => CalendarUnit.Quarter,
                "eoy" => CalendarUnit.Year,
                _ => (CalendarUnit?)null,
            }
        );
        if (abbreviated is { } unit)
        {
            return new DateMeaning { Days = today => CalendarMath.Around(today, unit), Edge = DateEdge.End };
        }

        bool isStart = words.Take("start", "of") || words.Take("beginning", "of");
        if (!isStart && !words.Take("end", "of"))
        {
            return null;
        }

        DateEdge edge = isStart ? DateEdge.Start : DateEdge.End;
        words.Take("the");
        if (words.Take("day"))
        {
            return new DateMeaning { Days = DayRange.Single, Edge = edge };
        }

        DateMeaning? within = words.Take(DateWords.Period) is { } period ? InRow(0, period) : null;
        within ??= TakeDay(words) ?? TakePeriod(words);
        return within is null ? null : within with { Edge = edge, IsPeriod = false };
    }

    private static DateMeaning? TakeDay(DateTokens words)
    {
        if (words.Take("day", "after", "tomorrow"))
        {
            return FromToday(2);
        }

        if (words.Take("day", "before", "yesterday"))
        {
            return FromToday(-2);
        }

        int? distance = words.Take(static w =>
            w switch
            {
                "today" => 0,
                "tomorrow" => 1,
                "yesterday" => -1,
                _ => (int?)null,
            }
        );
        if (distance is { } days)
        {
            return FromToday(days);
        }

        if (words.Take(IsoDate.ParseDay) is { } day)
        {
            return new DateMeaning { Days = _ => DayRange.Single(day) };
        }

        return TakeWeekday(words) ?? TakeMonthDay(words);
    }

    private static DateMeaning? TakeWeekday(DateTokens words)
    {
        int start = words.Position;
        int? which = words.Take(DateWords.Which);
        if (words.Take(DateWords.Weekday) is not { } weekday)
        {
            words.Position = start;
            return null;
        }

        return new DateMeaning
        {
            Days = today =>
                DayRange.Single(
                    which switch
                    {
                        null => today.PlusDays(((int)weekday - (int)today.DayOfWeek + 7) % 7),
                        -1 => today.Previous(weekday),
                        { } weeks => CalendarMath
                            .Around(today, CalendarUnit.Week)
                            .First.PlusDays((int)weekday - 1 + (7 * weeks)),
                    }
                ),
        };
    }

    /// <summary>"25 dec", "25th of december 2026", "dec 25", "december 25th, 2026".</summary>
    private static DateMeaning? TakeMonthDay(DateTokens words)
    {
        int start = words.Position;
        words.Take("the");
        int? day = words.Take(DateWords.DayOfMonth);
        if (day is not null)
        {
            words.Take("of");
        }

        int? month = words.Take(DateWords.Month);
        day ??= month is null ? null : words.Take(DateWords.DayOfMonth);
        if (day is not { } knownDay || month is not { } knownMonth)
        {
            words.Position = start;
            return null;
        }

        if (words.Take(DateWords.Year) is { } year)
        {
            return IsoDate.Day(year, knownMonth, knownDay) is { } date
                ? new DateMeaning { Days = _ => DayRange.Single(date) }
                : null;
        }

        // 2000 was a leap year: it has every day that some year has.
        return IsoDate.Day(2000, knownMonth, knownDay) is null
            ? null
            : new DateMeaning { Days = today => DayRange.Single(NextMonthDay(today, knownMonth, knownDay)) };
    }

    private static LocalDate NextMonthDay(LocalDate today, int month, int day) =>
        Enumerable
            .Range(today.Year, YearsToSearch + 1)
            .Where(year => day <= CalendarSystem.Iso.GetDaysInMonth(year, month))
            .Select(year => new LocalDate(year, month, day))
            .First(date => date >= today);

    /// <summary>"next week", "this quarter", "last year", "q2", "q2 2026", "december", "december 2026".</summary>
    private static DateMeaning? TakePeriod(DateTokens words)
    {
        if (words.Take(DateWords.Which) is { } which)
        {
            return words.Take(DateWords.Period) is { } unit ? InRow(which, unit) : null;
        }

        (int Month, CalendarUnit Unit)? named =
            words.Take(DateWords.Quarter) is { } quarter ? ((quarter * 3) - 2, CalendarUnit.Quarter)
            : words.Take(DateWords.Month) is { } month ? (month, CalendarUnit.Month)
            : null;
        if (named is not var (first, length))
        {
            return null;
        }

        if (words.Take(DateWords.Year) is not { } year)
        {
            return new DateMeaning { Days = today => NextNamed(today, first, length), IsPeriod = true };
        }

        return IsoDate.Day(year, first, 1) is { } start
            ? new DateMeaning { Days = _ => CalendarMath.Around(start, length), IsPeriod = true }
            : null;
    }

    private static DayRange NextNamed(LocalDate today, int firstMonth, CalendarUnit unit)
    {
        DayRange thisYear = CalendarMath.Around(new LocalDate(today.Year, firstMonth, 1), unit);
        return thisYear.Last >= today ? thisYear : CalendarMath.Around(thisYear.First.PlusYears(1), unit);
    }

    private static DateMeaning InRow(int which, CalendarUnit unit) =>
        new()
        {
            // From the first day: a month after 31 January would otherwise depend on February's length.
            Days = today =>
                CalendarMath.Around(CalendarMath.Add(CalendarMath.Around(today, unit).First, which, unit), unit),
            IsPeriod = true,
        };

    private static DateMeaning FromToday(int days) => new() { Days = today => DayRange.Single(today.PlusDays(days)) };
}
