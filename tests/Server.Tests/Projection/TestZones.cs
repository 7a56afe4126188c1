using ClickUpMcp.Values;

namespace ClickUpMcp.Tests.Projection;

/// <summary>The zones that tests read dates in.</summary>
internal static class TestZones
{
    public static readonly DateZones Utc = DateZones.Of(null, "UTC");
    public static readonly DateZones Berlin = DateZones.Of(null, "Europe/Berlin");
}
