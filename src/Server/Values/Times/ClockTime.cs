using NodaTime;

namespace ClickUpMcp.Values;

/// <summary>A time of day as it was written.</summary>
internal readonly record struct ClockTime(LocalTime Time, ClockForm Form)
{
    /// <summary>Midnight as a word.</summary>
    public static readonly ClockTime Midnight = new(LocalTime.Midnight, ClockForm.Midnight);

    /// <summary>What a part of the day means when no hour is named.</summary>
    public static ClockTime Usual(DayPart part) =>
        new(
            part switch
            {
                DayPart.Morning => new LocalTime(9, 0),
                DayPart.Afternoon => new LocalTime(15, 0),
                DayPart.Evening => new LocalTime(20, 0),
                _ => new LocalTime(22, 0),
            },
            ClockForm.Sure
        );

    /// <summary>The time in a part of the day, as "6 in the evening" is 18:00; null when it is in no such part.</summary>
    public ClockTime? In(DayPart part)
    {
        if (Form == ClockForm.Midnight || (Form == ClockForm.Bare && Time.Hour == 12 && part == DayPart.Night))
        {
            return part == DayPart.Night ? Midnight : null;
        }

        bool isOpen = Form != ClockForm.Sure && Time.Hour is >= 1 and <= 12;
        LocalTime time = isOpen && (part == DayPart.Morning) == (Time.Hour == 12) ? Time.PlusHours(12) : Time;
        return Belongs(time.Hour, part) ? new ClockTime(time, ClockForm.Sure) : null;
    }

    // An hour after midnight belongs to a night of which it is open whether it began or ends on the day named.
    private static bool Belongs(int hour, DayPart part) =>
        part switch
        {
            DayPart.Morning => hour < 12,
            DayPart.Afternoon => hour is >= 12 and <= 18,
            DayPart.Evening => hour is >= 16 and <= 23,
            _ => hour is >= 18 and <= 23,
        };
}
