namespace ClickUpMcp.Generators.Model;

/// <summary>What a node of a body template is.</summary>
internal enum BodyNodeKind
{
    Object,
    Array,
    Value,

    /// <summary>An array that repeats its one child for each item of the bound list.</summary>
    Each,

    /// <summary>Its one child, if the bound argument is given.</summary>
    When,

    /// <summary>Members that are true, one for each word of the bound list.</summary>
    Flags,
}
