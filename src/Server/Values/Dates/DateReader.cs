namespace ClickUpMcp.Values;

/// <summary>Reads the parts of a date (day, time, zone, distance) in whatever order they come.</summary>
internal static class DateReader
{
    private static readonly Func<DateTokens, DateParts, bool>[] Readers =
    [
        EdgeReader.Take,
        DistanceReader.Take,
        NthDayReader.Take,
        NamedDayReader.Take,
        SpokenClockReader.Take,
        NumericDateReader.Take,
        MonthDateReader.Take,
        RelativeDayReader.Take,
        ClockReader.TakePart,
        PeriodReader.Take,
        ClockReader.Take,
        ZoneReader.Take,
        MonthDateReader.TakeDayAlone,
        MonthDateReader.TakeYear,
        ClockReader.TakeHourAlone,
    ];

    private static readonly string[] Fillers =
    [
        "on",
        "by",
        "of",
        "in",
        "the",
        "at",
        "until",
        "till",
        "since",
        "due",
        "over",
        "during",
        "sometime",
        "latest",
    ];

    /// <summary>What the whole text means, or what is wrong with it; neither when it is no date at all.</summary>
    public static DateReading Read(string text)
    {
        DateTokens tokens = new(text.Trim().TrimEnd('.'));
        if (tokens.AtEnd)
        {
            return default;
        }

        DateParts parts = new();
        while (!tokens.AtEnd)
        {
            if (!TakePart(tokens, parts))
            {
                return new DateReading(null, parts.Problem);
            }

            tokens.Take("at", "the", "latest");
        }

        return DateComposer.Compose(parts);
    }

    private static bool TakePart(DateTokens tokens, DateParts parts)
    {
        if (tokens.Current.Text == "this" && tokens.Peek(1).Text is "coming" or "upcoming")
        {
            tokens.Position++;
        }

        int start = tokens.Position;
        foreach (Func<DateTokens, DateParts, bool> read in Readers)
        {
            if (read(tokens, parts))
            {
                return true;
            }

            tokens.Position = start;
        }

        bool isLimit =
            tokens.Take("no", "later", "than")
            || tokens.Take("not", "later", "than")
            || tokens.Take("at", "the", "latest");
        if (!isLimit && !tokens.Take("week", "ending"))
        {
            if (!Fillers.Contains(tokens.Current.Text))
            {
                return false;
            }

            tokens.Position++;
        }

        return !tokens.AtEnd && TakePart(tokens, parts);
    }
}
