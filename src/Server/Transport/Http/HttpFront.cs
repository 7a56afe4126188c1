using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Protocol.Recording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ClickUpMcp.Transport.Http;

/// <summary>Where every request arrives: checks, authentication, and then the route.</summary>
internal sealed class HttpFront(HttpServices services)
{
    private readonly McpEndpoint _mcp = new(services);
    private readonly OpenRequests _open = new(services.Edge.MaxOpenRequests);

    /// <summary>Ends when no request is open; probes are not counted.</summary>
    public Task WhenIdleAsync() => _open.WhenIdleAsync();

    /// <summary>Answers a request, whatever it is.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            SetHeaders(context);
            await RouteAsync(context);
        }
        catch (HttpFaultException e)
        {
            await CountAndRefuseAsync(context, default, e.Fault);
        }
        catch (BadHttpRequestException e)
        {
            await RefuseAsync(context, HttpFault.Of(e.StatusCode, "The request cannot be read as HTTP."));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered.
        }
#pragma warning disable CA1031 // The last line of defence: one request's bug must not show, nor hurt another's.
        catch (Exception e)
#pragma warning restore CA1031
        {
            services.Core.RecordBug(e);
            await RefuseAsync(context, new HttpFault(StatusCodes.Status500InternalServerError, RpcFault.Bug));
        }
    }

    private Task RouteAsync(HttpContext context)
    {
        if (EdgeRules.IsPreflight(context.Request, services.Edge))
        {
            ReplyToPreflight(context.Response);
            return Task.CompletedTask;
        }

        if (EdgeRules.Check(context.Request, services.Edge, out HttpRoute? route, out string[] segments) is { } fault)
        {
            throw new HttpFaultException(fault);
        }

        context.Features.Get<IHttpMetricsTagsFeature>()?.Tags.Add(new("http.route", route!.Path));

        return route!.Kind switch
        {
            HttpRouteKind.Live => SayAsync(context, StatusCodes.Status200OK, "alive\n"),
            HttpRouteKind.Ready when services.Lifetime.Draining.IsCancellationRequested => SayAsync(
                context,
                StatusCodes.Status503ServiceUnavailable,
                "stopping\n"
            ),
            HttpRouteKind.Ready when !services.Readiness.IsReady => SayAsync(
                context,
                StatusCodes.Status503ServiceUnavailable,
                services.Readiness.Notes
            ),
            HttpRouteKind.Ready => SayAsync(context, StatusCodes.Status200OK, $"ready\n{services.Readiness.Notes}"),
            _ => HandleMcpAsync(context, segments),
        };
    }

    private async Task HandleMcpAsync(HttpContext context, string[] segments)
    {
        Principal principal =
            services.Authenticator.Authenticate(context.Request) ?? throw new HttpFaultException(Unauthorized(context));
        if (!_open.TryEnter(principal.Id))
        {
            await CountAndRefuseAsync(context, principal.Id, TooMany());
            return;
        }

        HttpTenant? tenant = null;
        try
        {
            tenant = services.Tenants.Rent(principal, context.Request, segments);
            await _mcp.HandleAsync(context, tenant);
        }
        catch (HttpFaultException e)
        {
            await CountAndRefuseAsync(context, tenant?.Key.Principal ?? principal.Id, e.Fault);
        }
        finally
        {
            _open.Leave(principal.Id);
            if (tenant is not null)
            {
                services.Tenants.Return(tenant, forget: false);
            }
        }
    }

    private HttpFault Unauthorized(HttpContext context) =>
        HttpFault.Of(StatusCodes.Status401Unauthorized, services.Edge.Authentication) with
        {
            Challenge = services.Authenticator.Challenge(context.Request),
        };

    private HttpFault TooMany() =>
        HttpFault.Of(
            StatusCodes.Status429TooManyRequests,
            $"More than {services.Edge.MaxOpenRequests} requests are open; wait for some to be answered."
        ) with
        {
            RetryAfter = TimeSpan.FromSeconds(1),
        };

    private void SetHeaders(HttpContext context)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        if (services.Edge.IsSecure)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        if (EdgeRules.ListedOrigin(context.Request, services.Edge) is { } origin)
        {
            headers.AccessControlAllowOrigin = origin;
            headers.AccessControlExposeHeaders = "Mcp-Session-Id, WWW-Authenticate, Retry-After";
            headers.Vary = "Origin";
        }
    }

    private static void ReplyToPreflight(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status204NoContent;
        response.Headers.AccessControlAllowMethods = "POST, GET, DELETE";
        response.Headers.AccessControlAllowHeaders =
            "Authorization, Content-Type, Accept, MCP-Protocol-Version, Mcp-Session-Id, Mcp-Method, Mcp-Name, traceparent, "
            + "X-ClickUp-Key, X-ClickUp-Additional-Keys, X-ClickUp-Team-Id, X-Persona, X-Read-Only, X-Enabled-Tools, X-Disabled-Tools, "
            + "X-Enabled-Categories, X-Disabled-Categories";
        response.Headers.AccessControlMaxAge = "600";
    }

    private static Task SayAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    private Task CountAndRefuseAsync(HttpContext context, UInt128 principal, HttpFault fault)
    {
        string? address = principal == default ? context.Connection.RemoteIpAddress?.ToString() : null;
        bool isFlood = services.CountRefusal(new RefusalKey(principal, address, $"http_{fault.Status}"));
        return RefuseAsync(context, isFlood ? HttpFault.Flood : fault);
    }

    private static async Task RefuseAsync(HttpContext context, HttpFault fault)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        await HttpReplies.RefuseAsync(context, fault);
    }
}
