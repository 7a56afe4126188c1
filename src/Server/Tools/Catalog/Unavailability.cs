namespace ClickUpMcp.Tools.Catalog;

/// <summary>Why a tool of the catalogue may not be called.</summary>
internal enum Unavailability : byte
{
    /// <summary>It may be called.</summary>
    None,

    /// <summary>It, or its category, is disabled by name.</summary>
    Disabled,

    /// <summary>It is not among the tools that were chosen, by persona or by name.</summary>
    NotChosen,

    /// <summary>It changes things, and only reading is allowed.</summary>
    ReadOnly,

    /// <summary>It needs a scope that was not granted.</summary>
    Scope,

    /// <summary>A rule of the policy file refuses it.</summary>
    Policy,
}
