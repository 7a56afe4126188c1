namespace ClickUpMcp.Api;

/// <summary>What kind of failure ClickUp's response, or the lack of one, stands for.</summary>
internal enum ApiErrorKind
{
    /// <summary>The request was wrong: a value, a filter, an id's form.</summary>
    Invalid,

    /// <summary>The thing does not exist, or the token may not see it; ClickUp does not tell the two apart.</summary>
    NotFoundOrNoAccess,

    /// <summary>The token itself is missing or refused.</summary>
    Authentication,

    /// <summary>The workspace's plan, a ClickApp or a role does not allow this.</summary>
    NotAllowed,

    /// <summary>Too many requests.</summary>
    RateLimited,

    /// <summary>ClickUp or a gateway before it failed.</summary>
    ServerFault,

    /// <summary>ClickUp could not be reached, or not in time.</summary>
    Unreachable,

    /// <summary>A response came that cannot be read.</summary>
    Unreadable,
}
