namespace ClickUpMcp.Values;

/// <summary>The units that a phrase can count in.</summary>
internal enum CalendarUnit
{
    Minute,
    Hour,
    Day,
    BusinessDay,
    Week,
    Month,
    Quarter,
    Year,
}
