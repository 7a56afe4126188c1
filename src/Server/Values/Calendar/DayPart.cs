namespace ClickUpMcp.Values;

/// <summary>The parts of a day that have a name.</summary>
internal enum DayPart
{
    Morning,
    Afternoon,
    Evening,
    Night,
}
