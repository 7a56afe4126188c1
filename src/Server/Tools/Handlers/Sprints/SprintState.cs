namespace ClickUpMcp.Tools.Handlers;

/// <summary>Where a sprint stands in time.</summary>
internal enum SprintState
{
    /// <summary>It has ended.</summary>
    Past,

    /// <summary>It runs.</summary>
    Active,

    /// <summary>It has not begun.</summary>
    Next,

    /// <summary>Neither its list nor its name has dates.</summary>
    Undated,
}
