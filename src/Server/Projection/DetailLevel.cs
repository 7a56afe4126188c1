namespace ClickUpMcp.Projection;

/// <summary>How much of each thing a result shows.</summary>
internal enum DetailLevel
{
    /// <summary>What identifies it.</summary>
    Names,

    /// <summary>What daily work needs.</summary>
    Summary,

    /// <summary>Everything the API sent, sanitised.</summary>
    Full,
}
