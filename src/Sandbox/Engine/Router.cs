using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Engine;

/// <summary>Finds the row of the routing table that serves a request.</summary>
internal static class Router
{
    // By number of segments; a literal wins over a parameter (time_entries/current over time_entries/{timer_id}).
    private static readonly Dictionary<int, Route[]> Routes = RouteTable
        .All.GroupBy(static route => route.Segments.Length)
        .ToDictionary(
            static group => group.Key,
            static group => group.OrderByDescending(static route => route.Literals).ToArray()
        );

    private static readonly Route[] OpenRoutes = [.. RouteTable.All.Where(static route => route.IsOpen)];

    /// <summary>Whether the request needs no token.</summary>
    public static bool IsOpen(SandboxRequest request)
    {
        var path = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return OpenRoutes.Any(route =>
            route.Method == request.Method && route.Segments.Length == path.Length && route.Match(path) is not null
        );
    }

    public static ApiResponse Dispatch(SandboxRequest request, World world, Member caller, long now)
    {
        var path = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var isKnownPath = false;
        foreach (var route in Routes.GetValueOrDefault(path.Length) ?? [])
        {
            if (route.Match(path) is not { } values)
            {
                continue;
            }

            if (!route.Method.Equals(request.Method, StringComparison.OrdinalIgnoreCase))
            {
                isKnownPath = true;
                continue;
            }

            var body = RequestBody.Parse(request.Body, request.ContentType);
            return route.Endpoint(new Call(world, caller, now, values, new QueryString(request.Query), body));
        }

        // The API responds to a wrong method on a known path with a page, not with JSON.
        return isKnownPath
            ? ApiResponse.Html(404, $"<html><body><pre>Cannot {request.Method} {request.Path}</pre></body></html>")
            : throw Refuse.UnknownRoute();
    }
}
