using System.Buffers.Binary;
using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Protocol.Recording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ClickUpMcp.Transport.Http;

/// <summary>Where every request arrives: checks, authentication, and then the route.</summary>
internal sealed class HttpFront(HttpServices services) : IDisposable
{
    /// <summary>A licence key may come here instead of behind <c>Bearer</c>.</summary>
    public const string LicenceHeader = "X-License-Key";

    private readonly McpEndpoint _mcp = new(services);
    private readonly OpenRequests _open = new(services.Edge.MaxOpenRequests);

    /// <summary>Ends when no request is open; probes are not counted.</summary>
    public Task WhenIdleAsync() => _open.WhenIdleAsync();

    public void Dispose() => _mcp.Dispose();

    /// <summary>Answers a request, whatever it is.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            ForwardedFor.Apply(context, services.Edge.TrustedProxies);
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
            HttpRouteKind.Ready when services.Lifetime.IsDraining => SayAsync(
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
            HttpRouteKind.SignIn or HttpRouteKind.SandboxPage => ShowPageAsync(context, services.Pages[route.Kind]),
            HttpRouteKind.ResourceMetadata => SendMetadataAsync(context),
            HttpRouteKind.Upload => UploadAsync(context),
            _ => HandleMcpAsync(context, segments),
        };
    }

    private async Task ShowPageAsync(HttpContext context, RequestDelegate page)
    {
        await page(context);
        if (context.Features.Get<RefusalNote>() is { } note)
        {
            services.CountRefusal(new RefusalKey(note.Principal, AddressOf(context), note.Reason));
        }
    }

    private async Task HandleMcpAsync(HttpContext context, string[] segments)
    {
        Principal principal =
            await services.Authenticator.AuthenticateAsync(context.Request)
            ?? throw new HttpFaultException(Unauthorized(context.Request));
        if (!_open.TryEnter(principal.Id))
        {
            await CountAndRefuseAsync(context, principal.Id, TooMany());
            return;
        }

        HttpTenant? tenant = null;
        try
        {
            tenant = await services.Tenants.RentAsync(principal, context.Request, segments);
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

    private async Task UploadAsync(HttpContext context)
    {
        if (services.Lifetime.IsRefusing)
        {
            throw new HttpFaultException(HttpFault.Stopping);
        }

        PendingUpload upload =
            services.Uploads.Take(BearerOf(context.Request))
            ?? throw new HttpFaultException(
                HttpFault.Of(
                    StatusCodes.Status401Unauthorized,
                    "Send Authorization: Bearer with a ticket of upload_attachment; each is good once, for five minutes, at the server that gave it."
                ) with
                {
                    Challenge = "Bearer",
                }
            );
        if (!_open.TryEnter(upload.Principal.Id))
        {
            await CountAndRefuseAsync(context, upload.Principal.Id, TooMany());
            return;
        }

        try
        {
            await _mcp.UploadAsync(context, upload);
        }
        catch (HttpFaultException e)
        {
            await CountAndRefuseAsync(context, upload.Principal.Id, e.Fault);
        }
        finally
        {
            _open.Leave(upload.Principal.Id);
        }
    }

    private static string BearerOf(HttpRequest request)
    {
        const string Scheme = "Bearer ";
        string header = request.Headers.Authorization is [{ } only] ? only : string.Empty;
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? header[Scheme.Length..].Trim()
            : string.Empty;
    }

    private HttpFault Unauthorized(HttpRequest request) =>
        HttpFault.Of(StatusCodes.Status401Unauthorized, services.Edge.Authentication) with
        {
            Challenge =
                request.Headers.Authorization.Count == 0 && !request.Headers.ContainsKey(LicenceHeader)
                    ? services.Challenge.Missing(request.Path)
                    : services.Challenge.Invalid(request.Path),
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
        // What follows on the connection is the next process's; HTTP/2 has its own word for it, which Kestrel sends.
        if (services.Lifetime.IsDraining && context.Request.Protocol == HttpProtocol.Http11)
        {
            headers.Connection = "close";
        }

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
            + "X-Confirm, X-Lockdown, X-Write-Places, X-Enabled-Categories, X-Disabled-Categories, X-License-Key, X-Device-Id";
        response.Headers.AccessControlMaxAge = "600";
    }

    private static Task SayAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    private Task SendMetadataAsync(HttpContext context)
    {
        context.Response.ContentType = MediaTypes.Json;
        // Without a path, clients ask for the whole.
        PathString path = context.Request.Path;
        path.StartsWithSegments(ResourceMetadata.WellKnown, StringComparison.Ordinal, out PathString resource);
        ReadOnlyMemory<byte> document = services.Edge.Metadata!.Write(resource.HasValue ? resource : HttpRoutes.Mcp);
        return context.Response.Body.WriteAsync(document, context.RequestAborted).AsTask();
    }

    private async Task CountAndRefuseAsync(HttpContext context, UInt128 principal, HttpFault fault)
    {
        string? address = principal == default ? AddressOf(context) : null;
        UInt128 whose = principal == default ? fault.Principal : principal;
        bool isFlood = services.CountRefusal(new RefusalKey(whose, address, fault.Reason ?? $"http_{fault.Status}"));
        HttpFault told = fault.IsUnknownSender
            ? fault with
            {
                Challenge = services.Challenge.Invalid(context.Request.Path, fault.Description),
            }
            : fault;
        await RefuseAsync(context, isFlood ? HttpFault.Flood : told);
        if (!fault.EndsConnection)
        {
            UInt128 sender = principal == default ? SenderOf(context) : principal;
            await services.Bodies.PassAsync(context.Request, sender, context.RequestAborted);
        }
    }

    // Of those who are not known, one address is one sender.
    private static UInt128 SenderOf(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
            ? BinaryPrimitives.ReadUInt128BigEndian(address.MapToIPv6().GetAddressBytes())
            : default;

    private static string? AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString();

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
