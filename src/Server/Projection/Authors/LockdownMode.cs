namespace ClickUpMcp.Projection;

/// <summary>What is done with texts that people from outside wrote; each value bounds the ones before it.</summary>
internal enum LockdownMode
{
    /// <summary>They are shown as they are.</summary>
    Off,

    /// <summary>They are shown with a mark before them.</summary>
    Flag,

    /// <summary>They are left out.</summary>
    Drop,
}
