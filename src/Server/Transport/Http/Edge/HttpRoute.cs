namespace ClickUpMcp.Transport.Http;

/// <summary>One place that requests may go to.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Path">Its path; further segments may follow where <paramref name="HasSegments"/> says so.</param>
/// <param name="Access">Who may use it.</param>
/// <param name="Methods">The methods it takes.</param>
/// <param name="HasSegments">Whether a workspace and a persona may follow.</param>
internal sealed record HttpRoute(
    HttpRouteKind Kind,
    string Path,
    RouteAccess Access,
    string[] Methods,
    bool HasSegments = false
)
{
    /// <summary>The methods, as a header lists them.</summary>
    public string Allow { get; } = string.Join(", ", Methods);
}
