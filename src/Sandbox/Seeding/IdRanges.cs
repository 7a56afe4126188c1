namespace ClickUpMcp.Sandbox.Seeding;

/// <summary>Where the ids of things that are created later start.</summary>
internal static class IdRanges
{
    public const long Space = 90_159_000_000;
    public const long Folder = 90_159_100_000;
    public const long List = 90_159_200_000;
    public const long Person = 81_900_000;
    public const long TimeEntry = 4_100_000_000_000_000_000;
}
