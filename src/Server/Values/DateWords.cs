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
            "wednesday" or "wed" => IsoDayOfWeek.Wednesday,
            "thursday" or "thu" or "thur" or "thurs" => IsoDayOfWeek.Thursday,
            "friday" or "fri" => IsoDayOfWeek.Friday,
            "saturday" or "sat" => IsoDayOfWeek.Saturday,
            "sunday" or "sun" => IsoDayOfWeek.Sunday,
            _ => null,
        };

    /// <summary>A unit; <c>m</c> means minutes, as in durations.</summary>
    public static CalendarUnit? Unit(string word) =>
        word switch
        {
            "m" or "min" or "mins" or "minute" or "minutes" => CalendarUnit.Minute,
            "h" or "hr" or "hrs" or "hour" or "hours" => CalendarUnit.Hour,
            "d" or "day" or "days" => CalendarUnit.Day,
            "bd" or "workday" or "workdays" or "weekdays" => CalendarUnit.BusinessDay,
            "w" or "wk" or "wks" or "week" or "weeks" => CalendarUnit.Week,
            "mo" or "mos" or "month" or "months" => CalendarUnit.Month,
            "q" or "quarter" or "quarters" => CalendarUnit.Quarter,
            "y" or "yr" or "yrs" or "year" or "years" => CalendarUnit.Year,
            _ => null,
        };

    /// <summary>A unit that has a calendar start and end.</summary>
    public static CalendarUnit? Period(string word) =>
        word switch
        {
            "week" => CalendarUnit.Week,
            "month" => CalendarUnit.Month,
            "quarter" => CalendarUnit.Quarter,
            "year" => CalendarUnit.Year,
            _ => null,
        };

    /// <summary>Which of a row of periods is meant: 0 for this one, 1 for the next, -1 for the last.</summary>
    public static int? Which(string word) =>
        word switch
        {
            "this" or "current" => 0,
            "next" or "coming" => 1,
            "last" or "previous" => -1,
            _ => null,
        };

    /// <summary>A count in figures or, up to ten, in words.</summary>
    public static int? Count(string word) =>
        word switch
        {
            "a" or "an" or "one" => 1,
            "two" => 2,
            "three" => 3,
            "four" => 4,
            "five" => 5,
            "six" => 6,
            "seven" => 7,
            "eight" => 8,
            "nine" => 9,
            "ten" => 10,
            _ => Digits(word, 6),
        };

    /// <summary>A day of the month: <c>25</c> or <c>25th</c>.</summary>
    public static int? DayOfMonth(string word)
    {
        bool hasSuffix = word.Length > 2 && word[^2..] is "st" or "nd" or "rd" or "th";
        return Digits(hasSuffix ? word[..^2] : word, 2);
    }

    /// <summary>A year of four digits.</summary>
    public static int? Year(string word) => word.Length == 4 ? Digits(word, 4) : null;

    /// <summary>A quarter: <c>q1</c> to <c>q4</c>.</summary>
    public static int? Quarter(string word) => word is ['q', >= '1' and <= '4'] ? word[1] - '0' : null;

    private static int? Digits(string word, int maximumLength) =>
        word.Length > 0 && word.Length <= maximumLength && word.All(char.IsAsciiDigit) ? int.Parse(word) : null;
}
