namespace ClickUpMcp.Tests.Docs;

/// <summary>A requirement that no test shows, with what there is of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Says">What must hold.</param>
/// <param name="Is">What there is so far, and which issue brings the rest.</param>
internal sealed record SecurityGap(string Id, string Says, string Is)
{
    /// <summary>All of them.</summary>
    public static readonly SecurityGap[] All = [];
}
