namespace ClickUpMcp.Projection;

/// <summary>A bar of a chart.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Values">Its segments, none below zero, one for each series.</param>
/// <param name="Shown">The text beside it.</param>
internal sealed record ChartBar(string Label, decimal[] Values, string Shown)
{
    /// <summary>All segments together.</summary>
    public decimal Sum => Values.Sum();
}
