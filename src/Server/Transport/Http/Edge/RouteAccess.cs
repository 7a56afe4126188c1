namespace ClickUpMcp.Transport.Http;

/// <summary>Who may use a route.</summary>
internal enum RouteAccess
{
    /// <summary>Whoever is authenticated.</summary>
    Authenticated,

    /// <summary>Everybody: it tells nothing of any tenant and does no work.</summary>
    Public,
}
