namespace ClickUpMcp.Tools.Handlers;

/// <summary>How far down a map of a workspace goes.</summary>
internal enum MapDepth
{
    /// <summary>Only spaces, and no members either.</summary>
    Spaces,

    /// <summary>Spaces and folders.</summary>
    Folders,

    /// <summary>Everything.</summary>
    Lists,
}
