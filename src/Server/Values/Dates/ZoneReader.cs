using System.Text;
using NodaTime;

namespace ClickUpMcp.Values;

/// <summary>Reads a time zone: <c>Z</c>, <c>+02:00</c>, <c>UTC+2</c>, <c>PST</c>, <c>Europe/Berlin</c>.</summary>
/// <remarks>Abbreviations that several parts of the world use for different zones, as IST and CST, are not read.</remarks>
internal static class ZoneReader
{
    private const int LargestOffset = 14;

    /// <summary>Reads a zone if one comes next.</summary>
    public static bool Take(DateTokens tokens, DateParts parts)
    {
        if (parts.Zone is not null && TakeRepeated(tokens))
        {
            return true;
        }

        DateTimeZone? zone =
            TakeUniversal(tokens, parts)
            ?? TakeOffset(tokens, parts)
            ?? TakeAbbreviated(tokens)
            ?? TakeBracketed(tokens)
            ?? TakeId(tokens);
        if (zone is null)
        {
            return false;
        }

        // As in "GMT+0900 (JST)": the second name only repeats the first.
        return parts.Zone is { } known
            ? known.MinOffset >= zone.MinOffset && known.MaxOffset <= zone.MaxOffset
            : parts.SetZone(zone);
    }

    /// <summary>The zone's name beside its offset: <c>[Europe/Berlin]</c>, "(Central European Standard Time)".</summary>
    private static bool TakeRepeated(DateTokens tokens)
    {
        if (TakeBracketed(tokens) is not null)
        {
            return true;
        }

        int start = tokens.Position;
        while (tokens.Current.Kind == DateTokenKind.Word && tokens.Current.Text != "time")
        {
            tokens.Position++;
        }

        if (tokens.Position > start && tokens.Take("time") && tokens.AtEnd)
        {
            return true;
        }

        tokens.Position = start;
        return false;
    }

    private static DateTimeZone? TakeBracketed(DateTokens tokens)
    {
        int start = tokens.Position;
        if (tokens.Take("[") && TakeId(tokens) is { } zone && tokens.Take("]"))
        {
            return zone;
        }

        tokens.Position = start;
        return null;
    }

    private static DateTimeZone? TakeUniversal(DateTokens tokens, DateParts parts)
    {
        if (!tokens.Take("utc") && !tokens.Take("gmt") && !(parts.Clock is not null && tokens.Take("z")))
        {
            return null;
        }

        return TakeFigures(tokens) ?? DateTimeZone.Utc;
    }

    private static DateTimeZone? TakeOffset(DateTokens tokens, DateParts parts) =>
        parts.Clock is null ? null : TakeFigures(tokens);

    private static DateTimeZone? TakeFigures(DateTokens tokens)
    {
        int start = tokens.Position;
        bool isWest = tokens.Take("-");
        if ((isWest || tokens.Take("+")) && ReadFigures(tokens) is { } minutes)
        {
            return DateTimeZone.ForOffset(Offset.FromSeconds(60 * (isWest ? -minutes : minutes)));
        }

        tokens.Position = start;
        return null;
    }

    private static int? ReadFigures(DateTokens tokens)
    {
        int hours;
        int minutes = 0;
        if (tokens.TakeNumber(4, 4) is { } both)
        {
            (hours, minutes) = (both / 100, both % 100);
        }
        else
        {
            hours = tokens.TakeNumber(1, 2) ?? int.MaxValue;
            if (tokens.TakeJoint(":") is not null)
            {
                minutes = tokens.TakeNumber(2, 2) ?? int.MaxValue;
            }
        }

        bool isOffset = hours <= LargestOffset && minutes < 60 && (hours < LargestOffset || minutes == 0);
        return isOffset ? (60 * hours) + minutes : null;
    }

    private static DateTimeZone? TakeAbbreviated(DateTokens tokens)
    {
        // Named as standard or summer time these are fixed; ET, CET and the like are what the clocks there show.
        string? id = tokens.Current.Text switch
        {
            "et" => "America/New_York",
            "ct" => "America/Chicago",
            "mt" => "America/Denver",
            "pt" => "America/Los_Angeles",
            "cet" => "Europe/Brussels",
            "eet" => "Europe/Athens",
            "wet" => "Europe/Lisbon",
            _ => null,
        };
        if (id is not null)
        {
            tokens.Position++;
            return DateTimeZoneProviders.Tzdb[id];
        }

        int? hours = tokens.Current.Text switch
        {
            "hst" => -10,
            "akst" => -9,
            "pst" or "akdt" => -8,
            "mst" or "pdt" => -7,
            "mdt" => -6,
            "est" or "cdt" => -5,
            "edt" => -4,
            "bst" or "west" => 1,
            "cest" => 2,
            "eest" or "msk" => 3,
            "sgt" or "hkt" or "awst" => 8,
            "jst" or "kst" => 9,
            "aest" => 10,
            "aedt" => 11,
            "nzst" => 12,
            "nzdt" => 13,
            _ => null,
        };
        tokens.Position += hours is null ? 0 : 1;
        return hours is { } known ? DateTimeZone.ForOffset(Offset.FromHours(known)) : null;
    }

    private static DateTimeZone? TakeId(DateTokens tokens)
    {
        int start = tokens.Position;
        StringBuilder id = new(tokens.Current.Text);
        tokens.Position++;
        while (
            tokens.Current is { IsJoined: true } token
            && (token.Kind == DateTokenKind.Word || token.Text is "/" or "_" or "-")
        )
        {
            id.Append(token.Text);
            tokens.Position++;
        }

        DateTimeZone? zone =
            id.ToString() is { } text && text.Contains('/', StringComparison.Ordinal)
                ? TimeZones.FindFolded(text)
                : null;
        tokens.Position = zone is null ? start : tokens.Position;
        return zone;
    }
}
