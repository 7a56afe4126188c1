namespace ClickUpMcp.Values;

/// <summary>The units that the name of a duration argument can say, which a bare number is then in.</summary>
internal static class DurationUnit
{
    private static readonly (string Ending, long Milliseconds)[] Units =
    [
        ("hours", 3_600_000),
        ("minutes", 60_000),
        ("seconds", 1000),
        ("ms", 1),
    ];

    /// <summary>The spellings of an argument that say a unit, such as <c>duration_hours</c>.</summary>
    public static IEnumerable<string> SpellingsOf(string name) => Units.Select(unit => $"{name}_{unit.Ending}");

    /// <summary>The milliseconds of the unit that a spelling says; null when it says none.</summary>
    public static long? SaidBy(string spelling)
    {
        foreach ((string ending, long milliseconds) in Units)
        {
            if (spelling.EndsWith($"_{ending}", StringComparison.Ordinal))
            {
                return milliseconds;
            }
        }

        return null;
    }
}
