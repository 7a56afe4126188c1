using ClickUpMcp.Protocol.Messages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ClickUpMcp.Transport.Http;

/// <summary>The checks on a request's head, in the order of the table in <c>docs/http.md</c>; the first that fails answers.</summary>
/// <remarks>No header that a proxy could forward is read: whoever connects is who sends.</remarks>
internal static class EdgeRules
{
    private const string AllOrigins = "null";

    /// <summary>Why the request is refused; null when it may go on to authentication.</summary>
    public static HttpFault? Check(
        HttpRequest request,
        EdgeOptions options,
        out HttpRoute? route,
        out string[] segments
    )
    {
        route = HttpRoutes.Match(request.Path, out segments);
        bool isPage = route?.Kind is HttpRouteKind.SignIn or HttpRouteKind.SandboxPage;
        if (
            (route?.Kind == HttpRouteKind.ResourceMetadata && options.Metadata is null)
            || (isPage && !options.Pages.Contains(route!.Kind))
        )
        {
            route = null;
            isPage = false;
        }

        // A page that is rebound to this server must not look like one of ours; its forms say themselves where they come from.
        if (isPage)
        {
            return CheckHost(request, options) ?? CheckMethod(request, route!);
        }

        // Probes come by address. Public routes tell nothing that a page rebound to this server could use.
        return route is { Access: RouteAccess.Public }
            ? CheckMethod(request, route)
            : CheckProtected(request, options, route);
    }

    private static HttpFault? CheckProtected(HttpRequest request, EdgeOptions options, HttpRoute? route) =>
        CheckHost(request, options)
        ?? CheckOrigin(request, options)
        ?? CheckRoute(route, options)
        ?? CheckMethod(request, route!)
        ?? (route!.Kind == HttpRouteKind.Upload ? CheckFile(request) : CheckContent(request, options));

    /// <summary>Whether it is a browser's question whether a listed origin may send requests.</summary>
    public static bool IsPreflight(HttpRequest request, EdgeOptions options) =>
        HttpMethods.IsOptions(request.Method)
        && request.Headers.ContainsKey("Access-Control-Request-Method")
        && options.Hosts.Contains(HostOf(request))
        && ListedOrigin(request, options) is not null;

    /// <summary>The request's origin if the operator listed it; null otherwise.</summary>
    public static string? ListedOrigin(HttpRequest request, EdgeOptions options) =>
        request.Headers.Origin is [{ } origin] && options.Origins.Contains(origin) ? origin : null;

    /// <summary>Whether it is a name of this machine that no resolver is asked for.</summary>
    public static bool IsLoopbackName(string host) => host is "localhost" or "127.0.0.1" or "[::1]";

    private static HttpFault? CheckHost(HttpRequest request, EdgeOptions options) =>
        options.Hosts.Contains(HostOf(request))
            ? null
            : HttpFault.Of(
                StatusCodes.Status403Forbidden,
                "This server does not answer under that host name; the operator can allow it with --allowed-hosts."
            );

    private static HttpFault? CheckOrigin(HttpRequest request, EdgeOptions options)
    {
        StringValues origin = request.Headers.Origin;
        bool isFine =
            origin.Count == 0
            || ListedOrigin(request, options) is not null
            || (origin.Count == 1 && options.AllowsLoopbackOrigins && IsLoopbackOrigin(origin[0]!));
        return isFine
            ? null
            : HttpFault.Of(
                StatusCodes.Status403Forbidden,
                "Pages of this origin may not use the server; the operator can allow it with --allowed-origins."
            );
    }

    // Clients that look for a sign-in ask at addresses of OAuth first, and show what they get to their user.
    private static HttpFault? CheckRoute(HttpRoute? route, EdgeOptions options) =>
        route is null
            ? HttpFault.Of(
                StatusCodes.Status404NotFound,
                $"There is nothing here; MCP is at /mcp. {options.Authentication}"
            )
            : null;

    private static HttpFault? CheckMethod(HttpRequest request, HttpRoute route)
    {
        // A modern client has no use for streams or sessions of their own.
        bool isModern = request.Headers["MCP-Protocol-Version"] == ProtocolVersions.Modern;
        bool isPostOnly = isModern && route.Kind == HttpRouteKind.Mcp;
        if (isPostOnly ? HttpMethods.IsPost(request.Method) : route.Methods.Contains(request.Method))
        {
            return null;
        }

        string allow = isPostOnly ? HttpMethods.Post : route.Allow;
        return HttpFault.Of(StatusCodes.Status405MethodNotAllowed, $"Use {allow} here.") with { Allow = allow };
    }

    private static HttpFault? CheckContent(HttpRequest request, EdgeOptions options)
    {
        bool isPost = HttpMethods.IsPost(request.Method);
        if (isPost && !MediaTypes.IsJson(request.ContentType, request.Headers.ContentEncoding))
        {
            return HttpFault.Of(
                StatusCodes.Status415UnsupportedMediaType,
                "Send Content-Type: application/json, in UTF-8 and without Content-Encoding."
            );
        }

        string? needed =
            isPost ? MediaTypes.Json
            : HttpMethods.IsGet(request.Method) ? MediaTypes.EventStream
            : null;
        if (needed is not null && !MediaTypes.Accepts(request.Headers.Accept, needed))
        {
            return HttpFault.Of(
                StatusCodes.Status406NotAcceptable,
                "Send Accept: application/json, text/event-stream; a reply may be either, a session's stream is the latter."
            );
        }

        return request.ContentLength > options.MaxBodyBytes ? TooLarge(options) : null;
    }

    // Before the ticket is looked at, so that a mistake does not use it up.
    private static HttpFault? CheckFile(HttpRequest request) =>
        request.Headers.ContentEncoding.Count > 0
        || request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true
            ? HttpFault.Of(
                StatusCodes.Status415UnsupportedMediaType,
                "Send the bytes of the file themselves as the body, as curl -T does: no form, and no Content-Encoding."
            )
            : null;

    /// <summary>The body is larger than it may be.</summary>
    public static HttpFault TooLarge(EdgeOptions options) =>
        HttpFault.Of(
            StatusCodes.Status413PayloadTooLarge,
            $"A message has at most {options.MaxBodyBytes} bytes; send less at once."
        );

    private static string HostOf(HttpRequest request) => request.Host.Host.ToLowerInvariant();

    /// <summary>Whether a page comes from this machine.</summary>
    public static bool IsLoopbackOrigin(string origin) =>
        origin != AllOrigins
        && Uri.TryCreate(origin, UriKind.Absolute, out Uri? url)
        && url.Scheme is "http" or "https"
        && IsLoopbackName(url.Host);
}
