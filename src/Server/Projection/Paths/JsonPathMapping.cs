namespace ClickUpMcp.Projection;

/// <summary>What a part of a path maps over at its end.</summary>
internal enum JsonPathMapping
{
    /// <summary>Nothing: the path ends.</summary>
    None,

    /// <summary>The items of an array.</summary>
    Items,

    /// <summary>The values of an object's members.</summary>
    Values,
}
