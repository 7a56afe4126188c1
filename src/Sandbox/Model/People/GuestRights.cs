namespace ClickUpMcp.Sandbox.Model;

/// <summary>What a guest may see and do beyond the things shared with them.</summary>
internal sealed class GuestRights
{
    public bool CanEditTags { get; set; }

    public bool CanSeeTimeSpent { get; set; } = true;

    public bool CanSeeTimeEstimated { get; set; } = true;

    public bool CanSeePointsEstimated { get; set; } = true;

    public bool CanCreateViews { get; set; }
}
