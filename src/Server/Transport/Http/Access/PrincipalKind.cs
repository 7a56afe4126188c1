namespace ClickUpMcp.Transport.Http;

/// <summary>By what a principal came in.</summary>
internal enum PrincipalKind
{
    /// <summary>By nothing: nobody has to authenticate.</summary>
    Anonymous,

    /// <summary>By a token of the file of bearer tokens.</summary>
    StaticToken,

    /// <summary>By a licence key.</summary>
    Licence,

    /// <summary>By an access token that this server gave out for a grant.</summary>
    Grant,

    /// <summary>By a token of the operator's own identity provider.</summary>
    Issuer,
}
