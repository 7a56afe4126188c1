using ClickUpMcp.Authorization;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Transport.Http;

/// <summary>The table of all routes; what is not in it does not exist.</summary>
internal static class HttpRoutes
{
    /// <summary>Where MCP is.</summary>
    public const string Mcp = "/mcp";

    /// <summary>Where files go that a ticket was given for.</summary>
    public const string Uploads = "/uploads";

    /// <summary>The page of the sandbox; the real one has its own.</summary>
    public const string SandboxPage = "/sandbox/api";

    private const int MostSegments = 2;
    private const int LongestSegment = 64;

    public static HttpRoute[] All { get; } =
    [
        new(HttpRouteKind.Mcp, Mcp, RouteAccess.Authenticated, ["POST", "GET", "DELETE"], HasSegments: true),
        // The ticket is what a request is authenticated by, and it is good for nothing else.
        new(HttpRouteKind.Upload, Uploads, RouteAccess.Authenticated, ["PUT", "POST"]),
        new(HttpRouteKind.ResourceMetadata, ResourceMetadata.WellKnown, RouteAccess.Public, ["GET"]),
        new(
            HttpRouteKind.ResourceMetadata,
            ResourceMetadata.WellKnown + Mcp,
            RouteAccess.Public,
            ["GET"],
            HasSegments: true
        ),
        .. Paths.All.Select(static row => new HttpRoute(
            HttpRouteKind.SignIn,
            row.Path,
            RouteAccess.Public,
            [.. row.Methods]
        )),
        new(HttpRouteKind.SandboxPage, SandboxPage, RouteAccess.Public, ["GET", "POST"]),
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

            if (rest.HasValue && !route.HasSegments)
            {
                continue;
            }

            segments = rest.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
            return segments.Length <= MostSegments && segments.All(IsName) ? route : null;
        }

        return null;
    }

    private static bool IsName(string segment) =>
        segment.Length <= LongestSegment && segment.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
