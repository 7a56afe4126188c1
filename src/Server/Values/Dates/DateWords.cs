using NodaTime;

namespace ClickUpMcp.Values;

/// <summary>The English words that dates are made of.</summary>
internal static class DateWords
{
    /// <summary>The number of a month's name or abbreviation.</summary>
    public static int? Month(string word) =>
        word switch
        {
            "january" or "jan" => 1,
            "february" or "feb" => 2,
            "march" or "mar" => 3,
            "april" or "apr" => 4,
            "may" => 5,
            "june" or "jun" => 6,
            "july" or "jul" => 7,
            "august" or "aug" => 8,
            "september" or "sep" or "sept" => 9,
            "october" or "oct" => 10,
            "november" or "nov" => 11,
            "december" or "dec" => 12,
            _ => null,
        };

    /// <summary>A weekday's name or abbreviation.</summary>
    public static IsoDayOfWeek? Weekday(string word) =>
        word switch
        {
            "monday" or "mon" => IsoDayOfWeek.Monday,
            "tuesday" or "tue" or "tues" => IsoDayOfWeek.Tuesday,
            "wednesday" or "wed" or "weds" => IsoDayOfWeek.Wednesday,
            "thursday" or "thu" or "thur" or "thurs" => IsoDayOfWeek.Thursday,
            "friday" or "fri" => IsoDayOfWeek.Friday,
            "saturday" or "sat" => IsoDayOfWeek.Saturday,
            "sunday" or "sun" => IsoDayOfWeek.Sunday,
            _ => null,
        };

    /// <summary>How many days after today a word means.</summary>
    public static int? DaysFromToday(string word) =>
        word switch
        {
            "today" => 0,
            "tomorrow" or "tmrw" or "tmr" or "tmw" => 1,
            "yesterday" => -1,
            _ => null,
        };

    /// <summary>A unit that is counted; <c>m</c> means minutes, as in durations.</summary>
    public static CalendarUnit? Unit(string word) =>
        word switch
        {
            "s" or "sec" or "secs" or "second" or "seconds" => CalendarUnit.Second,
            "m" or "min" or "mins" or "minute" or "minutes" => CalendarUnit.Minute,
            "h" or "hr" or "hrs" or "hour" or "hours" => CalendarUnit.Hour,
            "d" or "day" or "days" => CalendarUnit.Day,
            "bd" or "workday" or "workdays" or "weekday" or "weekdays" => CalendarUnit.BusinessDay,
            "w" or "wk" or "wks" or "week" or "weeks" => CalendarUnit.Week,
            "fortnight" or "fortnights" => CalendarUnit.Fortnight,
            "mo" or "mos" or "mon" or "month" or "months" => CalendarUnit.Month,
            "q" or "qtr" or "qtrs" or "quarter" or "quarters" => CalendarUnit.Quarter,
            "y" or "yr" or "yrs" or "year" or "years" => CalendarUnit.Year,
            _ => null,
        };

    /// <summary>A unit that has a calendar start and end.</summary>
    public static CalendarUnit? Period(string word) =>
        word switch
        {
            "day" => CalendarUnit.Day,
            "week" or "wk" => CalendarUnit.Week,
            "month" => CalendarUnit.Month,
            "quarter" or "qtr" => CalendarUnit.Quarter,
            "year" => CalendarUnit.Year,
            _ => null,
        };

    /// <summary>Which of a row of periods is meant: 0 for this one, 1 for the next, -1 for the last.</summary>
    public static int? Which(string word) =>
        word switch
        {
            "this" or "current" => 0,
            "next" or "nxt" or "coming" or "upcoming" or "following" => 1,
            "last" or "previous" or "past" => -1,
            _ => null,
        };

    /// <summary>The part of the day that a word names.</summary>
    public static DayPart? PartOfDay(string word) =>
        word switch
        {
            "morning" => DayPart.Morning,
            "afternoon" => DayPart.Afternoon,
            "evening" => DayPart.Evening,
            "night" => DayPart.Night,
            _ => null,
        };
}
