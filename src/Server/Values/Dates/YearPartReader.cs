using NodaTime;

namespace ClickUpMcp.Values;

/// <summary>Reads quarters and halves of a year: "q1", "2027-Q2", "Q3 '27", "second quarter of 2027", "h1 2027", "first half of 2027".</summary>
internal static class YearPartReader
{
    private const int MonthsOfQuarter = 3;
    private const int MonthsOfHalf = 6;
    private const int MonthsOfYear = 12;

    /// <summary>Reads a quarter or half of a year if one comes next.</summary>
    public static bool Take(DateTokens tokens, DateParts parts)
    {
        int? year = tokens.TakeNumber(4, 4);
        tokens.TakeJoint("-/");
        if ((TakeFigure(tokens) ?? TakeSpelled(tokens)) is not var (number, months))
        {
            return false;
        }

        year ??= TakeYear(tokens);
        int firstMonth = (months * (number - 1)) + 1;
        if (months == MonthsOfQuarter)
        {
            return PeriodReader.SetNamed(parts, firstMonth, CalendarUnit.Quarter, year);
        }

        // Half of no year in particular is rarely meant.
        return year is >= CalendarDays.FirstYear and <= CalendarDays.LastYear and { } known
            && parts.SetDays(_ => Half(known, firstMonth), isPeriod: true);
    }

    private static (int Number, int Months)? TakeFigure(DateTokens tokens)
    {
        int most = tokens.Current.Text switch
        {
            "q" => MonthsOfYear / MonthsOfQuarter,
            "h" => MonthsOfYear / MonthsOfHalf,
            _ => 0,
        };
        if (tokens.Peek(1) is not { IsJoined: true, Text: [>= '1' and <= '4' and var figure] } || figure - '0' > most)
        {
            return null;
        }

        tokens.Position += 2;
        return (figure - '0', MonthsOfYear / most);
    }

    private static (int Number, int Months)? TakeSpelled(DateTokens tokens)
    {
        if (NumberWords.TakeOrdinal(tokens) is not (>= 1 and { } number))
        {
            return null;
        }

        return number <= MonthsOfYear / MonthsOfQuarter && tokens.Take("quarter") ? (number, MonthsOfQuarter)
            : number <= MonthsOfYear / MonthsOfHalf && tokens.Take("half") ? (number, MonthsOfHalf)
            : null;
    }

    /// <summary>The year after its part: in four figures, or in two after an apostrophe or a slash.</summary>
    private static int? TakeYear(DateTokens tokens)
    {
        int start = tokens.Position;
        tokens.Take("of");
        bool isMarked = tokens.Take("'") || tokens.TakeJoint("-/") == '/';
        int? year = tokens.TakeNumber(4, 4) ?? (isMarked ? tokens.TakeNumber(2, 2) : null);
        tokens.Position = year is null ? start : tokens.Position;
        return year is { } number ? NumericDateReader.Year(number) : null;
    }

    private static DayRange Half(int year, int firstMonth)
    {
        LocalDate first = new(year, firstMonth, 1);
        return new DayRange(first, first.PlusMonths(MonthsOfHalf).PlusDays(-1));
    }
}
