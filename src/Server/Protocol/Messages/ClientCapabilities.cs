namespace ClickUpMcp.Protocol.Messages;

/// <summary>What a client says that it can be asked for.</summary>
[Flags]
internal enum ClientCapabilities
{
    None = 0,

    /// <summary>Its user can fill in forms.</summary>
    ElicitationForm = 1,

    /// <summary>Its user can be sent to a page.</summary>
    ElicitationUrl = 2,

    /// <summary>Its model can be asked.</summary>
    Sampling = 4,

    /// <summary>It lists the folders that it works in.</summary>
    Roots = 8,
}
