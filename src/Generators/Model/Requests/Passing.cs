namespace ClickUpMcp.Generators.Model;

/// <summary>Where the value of an operation's argument comes from when a handler sends it.</summary>
internal enum Passing
{
    /// <summary>The handler gives it.</summary>
    Given,

    /// <summary>The tool's argument of the same name.</summary>
    Projected,

    /// <summary>The tool has an argument of that name, but of another type.</summary>
    Mismatch,
}
