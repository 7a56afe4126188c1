using NodaTime;

namespace ClickUpMcp.Values;

/// <summary>Reads a date in English words: a day, a time of day, or both in either order.</summary>
internal static class DatePhrase
{
    // Keeps every result on the calendar, whatever day it is.
    private const int MaximumYears = 100;

    /// <summary>What the whole text means; null when it is no date.</summary>
    public static DateMeaning? Parse(string text)
    {
        DateTokens words = new(text);
        if (words.AtEnd)
        {
            return null;
        }

        LocalTime? time = ClockTime.Take(words);
        words.Take("on");
        DateMeaning? day = words.AtEnd ? null : TakeDistance(words) ?? DayPhrase.Take(words);
        time ??= ClockTime.Take(words);
        if (!words.AtEnd || (day is null && time is null))
        {
            return null;
        }

        if (day is null || time is null)
        {
            return day ?? new DateMeaning { Time = time };
        }

        return day.HasTime || day.IsPeriod ? null : day with { Time = time };
    }

    /// <summary>"now", "in 3 days", "3 days ago", "3 days from now", "+2d".</summary>
    private static DateMeaning? TakeDistance(DateTokens words)
    {
        if (words.Take("now"))
        {
            return new DateMeaning { FromNow = Duration.Zero };
        }

        int start = words.Position;
        if (TakeSigned(words) is { } signed)
        {
            return signed;
        }

        bool isAhead = words.Take("in");
        if (words.Take(DateWords.Count) is { } count && TakeUnit(words) is { } unit)
        {
            if (isAhead || words.Take("from", "now"))
            {
                return Distance(count, unit);
            }

            if (words.Take("ago"))
            {
                return Distance(-count, unit);
            }
        }

        words.Position = start;
        return null;
    }

    private static DateMeaning? TakeSigned(DateTokens words)
    {
        string word = words.Current;
        if (word[0] is not ('+' or '-'))
        {
            return null;
        }

        int digits = word.Skip(1).TakeWhile(char.IsAsciiDigit).Count();
        if (DateWords.Count(word[1..(digits + 1)]) is not { } count)
        {
            return null;
        }

        string rest = word[(digits + 1)..];
        words.Position++;
        CalendarUnit? unit = rest.Length > 0 ? DateWords.Unit(rest) : TakeUnit(words);
        return unit is { } known ? Distance(word[0] == '-' ? -count : count, known) : null;
    }

    private static CalendarUnit? TakeUnit(DateTokens words)
    {
        if (words.Take("business") || words.Take("working") || words.Take("work"))
        {
            return words.Take("day") || words.Take("days") ? CalendarUnit.BusinessDay : null;
        }

        return words.Take(DateWords.Unit);
    }

    private static DateMeaning? Distance(int count, CalendarUnit unit)
    {
        int maximum = unit switch
        {
            CalendarUnit.Minute => MaximumYears * 365 * 24 * 60,
            CalendarUnit.Hour => MaximumYears * 365 * 24,
            CalendarUnit.Day => MaximumYears * 365,
            CalendarUnit.BusinessDay => MaximumYears * 260,
            CalendarUnit.Week => MaximumYears * 52,
            CalendarUnit.Month => MaximumYears * 12,
            CalendarUnit.Quarter => MaximumYears * 4,
            _ => MaximumYears,
        };
        if (Math.Abs(count) > maximum)
        {
            return null;
        }

        return unit switch
        {
            CalendarUnit.Minute => new DateMeaning { FromNow = Duration.FromMinutes((long)count) },
            CalendarUnit.Hour => new DateMeaning { FromNow = Duration.FromHours(count) },
            _ => new DateMeaning { Days = today => DayRange.Single(CalendarMath.Add(today, count, unit)) },
        };
    }
}
