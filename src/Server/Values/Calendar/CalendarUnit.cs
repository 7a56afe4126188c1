namespace ClickUpMcp.Values;

/// <summary>The units that a phrase can count in.</summary>
internal enum CalendarUnit
{
    Second,
    Minute,
    Hour,
    Day,
    BusinessDay,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
}
