using ClickUpMcp.Files;
using ClickUpMcp.Protocol;
using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Protocol.Recording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ClickUpMcp.Transport.Http;

/// <summary>Brings the messages of HTTP requests to the protocol core: stateless ones, and those of sessions with streams of their own.</summary>
internal sealed class McpEndpoint(HttpServices services) : IDisposable
{
    public const string SessionHeader = "Mcp-Session-Id";

    private readonly LargeBodyTurns _turns = new();

    /// <summary>Serves one authenticated request.</summary>
    /// <exception cref="HttpFaultException">It is refused.</exception>
    public Task HandleAsync(HttpContext context, HttpTenant tenant) =>
        HttpMethods.IsPost(context.Request.Method) ? PostAsync(context, tenant)
        : HttpMethods.IsGet(context.Request.Method) ? ListenAsync(context, tenant)
        : EndAsync(context, tenant);

    /// <summary>Makes the call that waited for the file of a request.</summary>
    /// <exception cref="HttpFaultException">It is refused.</exception>
    public async Task UploadAsync(HttpContext context, PendingUpload upload)
    {
        HttpRequest request = context.Request;
        if (request.ContentLength > upload.MaxBytes)
        {
            throw new HttpFaultException(
                HttpFault.Of(
                    StatusCodes.Status413PayloadTooLarge,
                    $"The file has at most {upload.MaxBytes} bytes; ask for a new ticket for a smaller one."
                )
            );
        }

        // The bound of messages, which are read whole; a file is counted while it is passed on.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        using IncomingMessage message = services.Core.Read(upload.Message, OriginOf(request));
        message.IsKept = true;
        message.Abandoned = context.RequestAborted;
        message.Upload = new SentFile(request.Body, request.ContentLength, upload.MaxBytes);
        await ServeAloneAsync(context, message, upload.Principal, upload.CreateSession(), turn: null);
    }

    public void Dispose() => _turns.Dispose();

    private async Task PostAsync(HttpContext context, HttpTenant tenant)
    {
        using RequestBody body = await services.Bodies.ReadAsync(
            context.Request,
            tenant.Key.Principal,
            context.RequestAborted
        );
        // Held until the message is answered or waits for something: the API may be slow, and its turn is not needed for that.
        using IDisposable? turn = await _turns.WaitAsync(body, context.RequestAborted);
        using IncomingMessage message = services.Core.Read(body.Memory, OriginOf(context.Request));
        message.IsKept = true;
        try
        {
            await PostAsync(context, tenant, message, turn);
        }
        catch (HttpFaultException e)
        {
            message.Operation?.Refused(e.Fault.Rpc.Code);
            throw;
        }
        catch (OperationCanceledException)
        {
            message.Operation?.Cancelled();
            throw;
        }
    }

    private async Task PostAsync(HttpContext context, HttpTenant tenant, IncomingMessage message, IDisposable? turn)
    {
        if (HttpEraRules.Check(context.Request.Headers, message) is { } fault)
        {
            message.Operation?.Version = message.IsModern ? ProtocolVersions.Modern : null;
            message.Operation?.Refused(fault.Rpc.Code);
            Count(fault.Rpc, tenant.Key.Principal);
            await HttpReplies.RefuseAsync(context, fault, message.Id);
        }
        else if (message.IsModern)
        {
            message.Abandoned = context.RequestAborted;
            await ServeAloneAsync(context, message, tenant.Principal, tenant.CreateSession(), turn);
        }
        else
        {
            HttpSession session = await EnterOrOpenSessionAsync(context, tenant, message);
            try
            {
                if (message.IsBatch && message.FaultIn(session.Version) is { } batchFault)
                {
                    throw new HttpFaultException(new HttpFault(StatusCodes.Status400BadRequest, batchFault));
                }

                await ServeAsync(context, message, tenant.Principal, session, turn);
            }
            finally
            {
                services.Sessions.Leave(session);
            }
        }
    }

    /// <summary>Serves a request that belongs to no session.</summary>
    private async Task ServeAloneAsync(
        HttpContext context,
        IncomingMessage message,
        Principal principal,
        McpSession request,
        IDisposable? turn
    )
    {
        services.Lone.Add(request);
        try
        {
            // Its body may have taken longer than the operator.
            if (services.Revoked.Has(principal.Id))
            {
                throw new HttpFaultException(
                    HttpFault.Of(StatusCodes.Status401Unauthorized, services.Edge.Authentication) with
                    {
                        IsUnknownSender = true,
                    }
                );
            }

            await ServeAsync(context, message, principal, request, turn);
        }
        finally
        {
            services.Lone.Remove(request);
        }
    }

    private async Task ServeAsync(
        HttpContext context,
        IncomingMessage message,
        Principal principal,
        McpSession session,
        IDisposable? turn
    )
    {
        // What is no request may be what a call under way waits for.
        if (services.Lifetime.IsRefusing && message.IsRequest)
        {
            throw new HttpFaultException(HttpFault.Stopping);
        }

        using var exchange = new HttpExchange(
            context,
            services.Time,
            needed => services.Challenge.Insufficient(context.Request.Path, principal.Scopes, needed)
        );
        IPendingWork? pending = services.Core.Accept(message, session, exchange);
        if (pending is null)
        {
            // A bug is no refusal, and has a line of its own.
            if (exchange.Fault is { Code: not RpcErrorCode.InternalError } fault)
            {
                Count(fault, session.Principal);
            }

            turn?.Dispose();
            exchange.End();
            if (session is HttpSession opened)
            {
                // Its client may come to another server with the next request.
                await services.AllSessions.ShareAsync(opened);
            }

            await exchange.PumpAsync(context.RequestAborted);
            return;
        }

        context.Response.Headers["X-Request-Id"] = pending.RequestId;
        Task run = RunAsync(pending, exchange);
        turn?.Dispose();
        try
        {
            await exchange.PumpAsync(context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The client has hung up: a modern one cancels by it, a legacy one has lost its reply, no more.
        }
        finally
        {
            exchange.End();
            await run;
        }
    }

    /// <exception cref="HttpFaultException">There were too many.</exception>
    private void Count(RpcFault fault, UInt128 principal)
    {
        if (services.CountRefusal(new RefusalKey(principal, null, $"rpc_{fault.Code}")))
        {
            throw new HttpFaultException(HttpFault.Flood);
        }
    }

    private static async Task RunAsync(IPendingWork pending, HttpExchange exchange)
    {
        await pending.RunAsync();
        exchange.End();
    }

    private async Task ListenAsync(HttpContext context, HttpTenant tenant)
    {
        HttpSession session = await EnterSessionAsync(context, tenant);
        using var stream = new HttpExchange(context, services.Time);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted,
            services.Lifetime.Draining
        );
        try
        {
            session.Open(stream);
            await stream.StartAsync(stop.Token);
            await stream.PumpAsync(stop.Token);
        }
        catch (OperationCanceledException)
        {
            // The client has gone or the server stops: either way the stream ends here, between two messages.
        }
        finally
        {
            session.Close(stream);
            services.Sessions.Leave(session);
        }
    }

    private async Task EndAsync(HttpContext context, HttpTenant tenant)
    {
        HttpSession session = await EnterSessionAsync(context, tenant);
        services.Sessions.Leave(session);
        await services.AllSessions.EndAsync(session);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async ValueTask<HttpSession> EnterOrOpenSessionAsync(
        HttpContext context,
        HttpTenant tenant,
        IncomingMessage message
    )
    {
        if (!message.IsRequest || message.Envelope.Method != MessageMethod.Initialize)
        {
            return await EnterSessionAsync(context, tenant);
        }

        HttpSession session = services.Sessions.Open(tenant);
        context.Response.Headers[SessionHeader] = session.Id;
        return session;
    }

    private async ValueTask<HttpSession> EnterSessionAsync(HttpContext context, HttpTenant tenant)
    {
        string id = context.Request.Headers[SessionHeader].ToString();
        if (id.Length == 0)
        {
            throw new HttpFaultException(
                HttpFault.BadRequest(
                    $"Send the header {SessionHeader} that initialize has answered with, or speak revision 2026-07-28."
                )
            );
        }

        return await services.AllSessions.EnterAsync(id, tenant) ?? throw new HttpFaultException(HttpFault.NoSession());
    }

    private static MessageOrigin OriginOf(HttpRequest request) =>
        new(HttpProtocol.IsHttp2(request.Protocol) ? "2" : "1.1", request.Headers.TraceParent);
}
