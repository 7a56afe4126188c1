namespace ClickUpMcp.Projection;

/// <summary>Who wrote a text, as far as the API shows it.</summary>
internal enum TextOrigin
{
    /// <summary>A member of the workspace.</summary>
    Member,

    /// <summary>A guest of it.</summary>
    Guest,

    /// <summary>Somebody who is neither.</summary>
    Outsider,

    /// <summary>No person: an e-mail, a form or an automation, which the API does not tell apart.</summary>
    Bot,

    /// <summary>The API names no author, or it is not known who belongs to the workspace.</summary>
    Unknown,
}
