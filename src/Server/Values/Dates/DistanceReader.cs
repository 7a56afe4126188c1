namespace ClickUpMcp.Values;

/// <summary>Reads distances: "now", "in 3 days", "2 hours ago", "3 weeks later", "a week from tuesday", "+2d 4h", "the day after", "last 2 weeks", "2 weeks".</summary>
internal static class DistanceReader
{
    private const int LongestCount = 6;

    // Keeps every result on the calendar.
    private const int MostParts = 6;

    /// <summary>Reads a distance if one comes next.</summary>
    public static bool Take(DateTokens tokens, DateParts parts)
    {
        if (tokens.Take("now") || tokens.Take("right", "now") || tokens.Take("just", "now"))
        {
            return parts.SetNow();
        }

        int start = tokens.Position;
        return TakeSigned(tokens, parts)
            || Retry(tokens, start) && TakeAhead(tokens, parts)
            || Retry(tokens, start) && TakeSpan(tokens, parts)
            || Retry(tokens, start) && TakeBeside(tokens, parts)
            || Retry(tokens, start) && start == 0 && TakeAlone(tokens, parts);
    }

    /// <summary>Reads a unit, "business day" included.</summary>
    public static CalendarUnit? TakeUnit(DateTokens tokens)
    {
        int start = tokens.Position;
        if (tokens.Take("business") || tokens.Take("working") || tokens.Take("work"))
        {
            if (tokens.Take("day") || tokens.Take("days"))
            {
                return CalendarUnit.BusinessDay;
            }

            tokens.Position = start;
            return null;
        }

        return tokens.Take(DateWords.Unit);
    }

    private static bool Retry(DateTokens tokens, int start)
    {
        tokens.Position = start;
        return true;
    }

    /// <summary>"+2d", "- 2 hours 5 minutes"; after another day it counts from there.</summary>
    private static bool TakeSigned(DateTokens tokens, DateParts parts)
    {
        bool isBack = tokens.Take("-");
        return (isBack || tokens.Take("+"))
            && TakeAmount(tokens) is { } amount
            && parts.SetDistance(isBack ? amount.Negate() : amount, DistanceOrigin.NamedOrNow);
    }

    /// <summary>"in 3 days", "within 10 days", "in about 5 hours", "after a year".</summary>
    private static bool TakeAhead(DateTokens tokens, DateParts parts)
    {
        if (!tokens.Take("in") && !tokens.Take("within") && !tokens.Take("after"))
        {
            return false;
        }

        tokens.Take("the", "next");
        while (tokens.Take("about") || tokens.Take("around") || tokens.Take("approximately") || tokens.Take("~")) { }
        if (TakeAmount(tokens) is not { } amount)
        {
            return false;
        }

        // "in two weeks' time"
        tokens.Take("'");
        tokens.Take("time");
        return parts.SetDistance(amount, DistanceOrigin.Now);
    }

    /// <summary>"2 weeks" and nothing else: so far ahead, or back where the argument looks back.</summary>
    private static bool TakeAlone(DateTokens tokens, DateParts parts) =>
        TakeAmount(tokens) is { } amount
        && tokens.AtEnd
        // 14h is a time, 2m may be months, and 1 mon a monday.
        && (tokens.Peek(-1).Text is not ("h" or "m" or "mon") || IsPastMidnight(tokens))
        && parts.SetDistance(amount, DistanceOrigin.Directed);

    /// <summary>Whether hours such as "48h" are more than a day has.</summary>
    private static bool IsPastMidnight(DateTokens tokens) =>
        tokens.Peek(-1).Text == "h"
        && tokens.Peek(-2) is { Kind: DateTokenKind.Number } hours
        && int.Parse(hours.Text) >= 24;

    /// <summary>"next 2 weeks", "last 7 days": the days between, of which the argument takes its end.</summary>
    private static bool TakeSpan(DateTokens tokens, DateParts parts)
    {
        if (tokens.Take(DateWords.Which) is not (not 0 and { } which) || IsSingular(tokens))
        {
            return false;
        }

        if (TakeAmount(tokens) is not { } amount)
        {
            return false;
        }

        DateDistance distance = which < 0 ? amount.Negate() : amount;
        return distance.HasClock
            ? parts.SetDistance(distance, DistanceOrigin.Now)
            : parts.SetDays(
                a =>
                    which < 0
                        ? new DayRange(distance.From(a.Today), a.Today)
                        : new DayRange(a.Today, distance.From(a.Today)),
                isPeriod: true
            );
    }

    // "next month" and "next mon" are no distances: TakeAmount needs a count, and "a" is none here.
    private static bool IsSingular(DateTokens tokens) => tokens.Current.Text is "a" or "an" or "half";

    /// <summary>"3 days ago", "3 weeks later", "2 days from now", "a week from ...", "the day after".</summary>
    private static bool TakeBeside(DateTokens tokens, DateParts parts)
    {
        if ((TakeAmount(tokens) ?? TakeOne(tokens)) is not { } amount)
        {
            return false;
        }

        if (tokens.Take("ago") || tokens.Take("earlier") || tokens.Take("back"))
        {
            return parts.SetDistance(amount.Negate(), DistanceOrigin.Now);
        }

        bool isLater =
            tokens.Take("later")
            || tokens.Take("from", "now")
            || tokens.Take("from", "today")
            || tokens.Take("out")
            || tokens.Take("ahead")
            || tokens.Take("hence");
        if (isLater)
        {
            return parts.SetDistance(amount, DistanceOrigin.Now);
        }

        bool isBefore = tokens.Take("before");
        return (isBefore || tokens.Take("after") || tokens.Take("from"))
            && parts.SetDistance(
                isBefore ? amount.Negate() : amount,
                tokens.AtEnd && tokens.Peek(-1).Text != "from" ? DistanceOrigin.Now : DistanceOrigin.Named
            );
    }

    /// <summary>"the day", "day", "the minute" of "the day after".</summary>
    private static DateDistance? TakeOne(DateTokens tokens)
    {
        tokens.Take("the");
        return
            TakeUnit(tokens) is { } unit && tokens.Current.Text is "before" or "after" && tokens.Peek(1).Text != "next"
            ? DateDistance.Of(1, unit)
            : null;
    }

    private static DateDistance? TakeAmount(DateTokens tokens)
    {
        DateDistance? total = null;
        for (int count = 0; count < MostParts; count++)
        {
            int start = tokens.Position;
            if (total is not null)
            {
                tokens.Take("and");
            }

            if (TakeCounted(tokens) is not { } next)
            {
                tokens.Position = start;
                break;
            }

            total = total?.Plus(next) ?? next;
        }

        return total;
    }

    private static DateDistance? TakeCounted(DateTokens tokens)
    {
        if (tokens.Take("half"))
        {
            _ = tokens.Take("a") || tokens.Take("an");
            return TakeUnit(tokens) is { } half ? HalfOf(half) : null;
        }

        if (TakeCount(tokens) is not var (count, tenths, isHalf) || TakeUnit(tokens) is not { } unit)
        {
            return null;
        }

        if (DateDistance.Of(count, unit) is not { } whole)
        {
            return null;
        }

        if (tenths > 0)
        {
            return unit == CalendarUnit.Hour ? whole.Plus(DateDistance.OfSeconds(tenths * 360)) : null;
        }

        if (!isHalf && !tokens.Take("and", "a", "half"))
        {
            return whole;
        }

        return HalfOf(unit) is { } rest ? whole.Plus(rest) : null;
    }

    private static (int Count, int Tenths, bool IsHalf)? TakeCount(DateTokens tokens)
    {
        if (tokens.TakeNumber(1, LongestCount) is { } number)
        {
            bool isDecimal = tokens.Current.IsJoinedSign('.') && tokens.Peek(1).IsNumber(1, 1);
            int tenths = isDecimal ? tokens.Peek(1).Text[0] - '0' : 0;
            tokens.Position += isDecimal ? 2 : 0;
            return (number, tenths, tokens.Take("and", "a", "half"));
        }

        bool isOne = tokens.Take("a") || tokens.Take("an");
        if (tokens.Take("couple"))
        {
            tokens.Take("of");
            return (2, 0, false);
        }

        return isOne ? (1, 0, false)
            : NumberWords.TakeCardinal(tokens) is { } spelled ? (spelled, 0, tokens.Take("and", "a", "half"))
            : null;
    }

    private static DateDistance? HalfOf(CalendarUnit unit) =>
        unit switch
        {
            CalendarUnit.Minute => DateDistance.OfSeconds(30),
            CalendarUnit.Hour => DateDistance.OfSeconds(1800),
            CalendarUnit.Day => DateDistance.OfSeconds(12 * 3600),
            CalendarUnit.Year => DateDistance.Of(6, CalendarUnit.Month),
            _ => null,
        };
}
