namespace ClickUpMcp.Build;

/// <summary>The ways the server is linked to one executable.</summary>
internal enum NativeVariant
{
    /// <summary>Quickest start: no position-independent code, nothing rebuilt in memory.</summary>
    Default,

    /// <summary>Position-independent and dehydrated, as the toolchain does by default.</summary>
    Hardened,

    /// <summary>Needs no shared library, for an image made from scratch.</summary>
    Static,
}
