using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Transport.Http;

/// <summary>The table of all routes; what is not in it does not exist.</summary>
internal static class HttpRoutes
{
    private const int MostSegments = 2;
    private const int LongestSegment = 64;

    public static HttpRoute[] All { get; } =
    [
        new(HttpRouteKind.Mcp, "/mcp", RouteAccess.Authenticated, ["POST", "GET", "DELETE"], HasSegments: true),
        new(HttpRouteKind.Live, "/healthz", RouteAccess.Public, ["GET"]),
        new(HttpRouteKind.Ready, "/readyz", RouteAccess.Public, ["GET"]),
    ];

    /// <summary>The route of a path; null when there is none.</summary>
    /// <param name="path">The decoded path.</param>
    /// <param name="segments">What follows the route's own path.</param>
    public static HttpRoute? Match(PathString path, out string[] segments)
    {
        segments = [];
        foreach (HttpRoute route in All)
        {
            if (!path.StartsWithSegments(route.Path, StringComparison.Ordinal, out PathString rest))
            {
                continue;
            }

            segments = rest.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
            bool fits = route.HasSegments ? segments.Length <= MostSegments && segments.All(IsName) : !rest.HasValue;
            return fits ? route : null;
        }

        return null;
    }

    private static bool IsName(string segment) =>
        segment.Length <= LongestSegment && segment.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
