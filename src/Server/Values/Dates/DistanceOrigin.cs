namespace ClickUpMcp.Values;

/// <summary>What a distance is counted from.</summary>
internal enum DistanceOrigin
{
    /// <summary>Now, as in "in 3 days".</summary>
    Now,

    /// <summary>The day or time that the other words name, as in "3 days after friday".</summary>
    Named,

    /// <summary>What the other words name, or else now, as in "+3 days".</summary>
    NamedOrNow,

    /// <summary>Now, in the direction of the argument, as in "3 days".</summary>
    Directed,
}
