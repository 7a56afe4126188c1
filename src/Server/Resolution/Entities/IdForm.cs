namespace ClickUpMcp.Resolution;

/// <summary>What the ids of a listed kind look like.</summary>
internal enum IdForm
{
    /// <summary>As of views, docs, pages and channels: <c>8cjxh-123</c> or <c>6-901100200300-8</c>.</summary>
    View,

    /// <summary>A UUID.</summary>
    Uuid,

    /// <summary>As of templates: <c>t-7162342</c>.</summary>
    Template,

    /// <summary>A number.</summary>
    Digits,

    /// <summary>None: the name is the id.</summary>
    Name,
}
