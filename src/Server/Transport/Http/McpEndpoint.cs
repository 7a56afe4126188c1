using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using System.Threading.Channels;
using ClickUpMcp.Transport.Sdk;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Protocol;

namespace ClickUpMcp.Transport.Http;

/// <summary>Speaks MCP over HTTP in both eras: stateless requests, and sessions with streams of their own.</summary>
internal sealed class McpEndpoint(HttpServices services)
{
    private const string SessionHeader = "Mcp-Session-Id";

    private static readonly ChannelReader<JsonRpcMessage> Nothing = Channel.CreateBounded<JsonRpcMessage>(1).Reader;

    /// <summary>Serves one authenticated request.</summary>
    /// <exception cref="HttpFaultException">It is refused.</exception>
    public Task HandleAsync(HttpContext context, HttpTenant tenant) =>
        HttpMethods.IsPost(context.Request.Method) ? PostAsync(context, tenant)
        : HttpMethods.IsGet(context.Request.Method) ? ListenAsync(context, tenant)
        : EndAsync(context, tenant);

    private async Task PostAsync(HttpContext context, HttpTenant tenant)
    {
        using RequestBody? body = await RequestBody.ReadAsync(
            context.Request,
            services.Edge.MaxBodyBytes,
            context.RequestAborted
        );
        if (body is null)
        {
            throw new HttpFaultException(EdgeRules.TooLarge(services.Edge));
        }

        Envelope envelope = EnvelopeReader.Read(body.Memory.Span);
        using McpOperation? operation = services.Telemetry?.Start(context, body.Memory.Span, envelope);
        try
        {
            await PostAsync(context, tenant, body.Memory, envelope, operation);
        }
        catch (Exception e) when (operation is not null)
        {
            operation.Failed(e);
            throw;
        }
    }

    private async Task PostAsync(
        HttpContext context,
        HttpTenant tenant,
        ReadOnlyMemory<byte> body,
        Envelope envelope,
        McpOperation? operation
    )
    {
        HttpFault? fault = HttpEraRules.Check(context.Request.Headers, body.Span, envelope, out bool isModern);
        var message = new HttpMessage(context, tenant, null, body, envelope, isModern) { Operation = operation };
        operation?.Version = isModern ? ProtocolVersions.Modern : null;
        if (fault is not null)
        {
            operation?.Refused(fault.Rpc.Code);
            await HttpAnswers.RefuseAsync(context, fault, message.Id);
        }
        else if (isModern)
        {
            await HandleAsync(message);
        }
        else if (envelope.Method == MessageMethod.Initialize && !message.Id.IsEmpty)
        {
            await InitializeAsync(message);
        }
        else
        {
            HttpSession session = EnterSession(context, tenant);
            operation?.Version = session.Version;
            try
            {
                await HandleAsync(message with { Session = session });
            }
            finally
            {
                services.Sessions.Leave(session);
            }
        }
    }

    private Task HandleAsync(HttpMessage message)
    {
        if (!message.Envelope.HasMethod)
        {
            message.Session?.RunningSdk?.Post(message.Body.Span);
            return AcceptAsync(message);
        }

        if (message.Id.IsEmpty)
        {
            HandleNotification(message);
            return AcceptAsync(message);
        }

        return message.Tenant.Tools is { } tools ? HandleRequestAsync(message, tools) : AskSdkAsync(message);
    }

    private Task HandleRequestAsync(HttpMessage message, IToolGateway tools) =>
        message.Envelope.Method switch
        {
            MessageMethod.Discover => AnswerAsync(
                message,
                buffer => Answers.Discover(buffer, message.Id.Span, message.Tenant.Identity)
            ),
            MessageMethod.Ping => AnswerAsync(message, buffer => Answers.Ping(buffer, message.Id.Span)),
            MessageMethod.ListTools when message.Envelope.Parameters.HasCursor => RefuseAsync(
                message,
                RpcFault.OnePage
            ),
            MessageMethod.ListTools => ListToolsAsync(message, tools),
            MessageMethod.CallTool when message.Envelope.Parameters.Name is null => RefuseAsync(
                message,
                RpcFault.NoToolName
            ),
            MessageMethod.CallTool => new HttpToolCall(message, tools, services).RunAsync(),
            _ => AskSdkAsync(message),
        };

    private static void HandleNotification(HttpMessage message)
    {
        if (message.Session is not { } session)
        {
            return;
        }

        ReadOnlySpan<byte> cancelled = message.Body.Span[message.Envelope.Parameters.RequestId];
        if (
            message.Envelope.Method == MessageMethod.Cancelled
            && !cancelled.IsEmpty
            && session.InFlight.Claim(RequestKey.Of(cancelled)) is { } request
        )
        {
            _ = request.Cancellation!.CancelAsync();
        }
        else
        {
            session.RunningSdk?.Post(message.Body.Span);
        }
    }

    private async Task InitializeAsync(HttpMessage message)
    {
        HttpSession session = services.Sessions.Open(message.Tenant, message.Body.Span);
        try
        {
            message.Context.Response.Headers[SessionHeader] = session.Id;
            if (message.Tenant.Tools is null)
            {
                await AskSdkAsync(message with { Session = session });
                return;
            }

            string version = ProtocolVersions.Negotiate(message.Envelope.Parameters.ProtocolVersion);
            session.Version = version;
            message.Operation?.Version = version;
            await AnswerAsync(
                message,
                buffer => Answers.Initialize(buffer, message.Id.Span, version, message.Tenant.Identity)
            );
        }
        finally
        {
            services.Sessions.Leave(session);
        }
    }

    private static async Task ListToolsAsync(HttpMessage message, IToolGateway tools)
    {
        using var buffer = new MessageBuffer();
        Answers.ToolListHead(buffer, message.Id.Span, message.IsModern);
        int head = buffer.Written.Length;
        Answers.ToolListTail(buffer, message.ModernIdentity);
        ReadOnlyMemory<byte> list = message.KnowsStructured ? tools.StructuredToolList : tools.ToolList;
        HttpResponse response = message.Context.Response;
        response.ContentType = "application/json";
        response.ContentLength = buffer.Written.Length + list.Length;
        // Before the start, writing would copy once more; and each part on its own would be a packet of its own.
        await response.StartAsync(message.Context.RequestAborted);
        PipeWriter writer = response.BodyWriter;
        writer.Write(buffer.Written[..head]);
        writer.Write(list.Span);
        writer.Write(buffer.Written[head..]);
        await writer.FlushAsync(message.Context.RequestAborted);
    }

    private static async Task AnswerAsync(HttpMessage message, Action<MessageBuffer> write)
    {
        using var buffer = new MessageBuffer();
        write(buffer);
        await HttpAnswers.WriteAsync(message.Context, new HttpAnswer(buffer.WrittenMemory, StatusCodes.Status200OK));
    }

    private static Task RefuseAsync(HttpMessage message, RpcFault fault)
    {
        message.Operation?.Refused(fault.Code);
        return AnswerAsync(message, buffer => Answers.Error(buffer, message.Id.Span, fault));
    }

    /// <summary>Lets the SDK's server answer: the session's, or one made for this request alone.</summary>
    private async Task AskSdkAsync(HttpMessage message)
    {
        var exchange = new HttpExchange(message.Context, services.Time);
        SdkServer? own = null;
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(
            message.Context.RequestAborted,
            services.Lifetime.Ended
        );
        try
        {
            Post(message, exchange, ref own);
            await exchange.PumpAsync(stop.Token);
        }
        catch (JsonException e)
        {
            message.Operation?.Failed(e);
            await HttpAnswers.RefuseAsync(message.Context, HttpFault.BadRequest(RpcFault.Unreadable), message.Id);
        }
        catch (OperationCanceledException) when (!message.Context.RequestAborted.IsCancellationRequested)
        {
            message.Operation?.Refused(RpcErrorCode.InternalError);
            using var buffer = new MessageBuffer();
            await exchange.FinishAsync(HttpToolCall.Stopped(buffer, message.Id));
        }
        finally
        {
            exchange.End();
            own?.Abort();
        }
    }

    private void Post(HttpMessage message, HttpExchange exchange, ref SdkServer? own)
    {
        byte[] id = message.Id.ToArray();
        SdkReplyTransport? reply = null;
        SdkServer server =
            message.Session?.Sdk
            ?? (
                own = new SdkServer(
                    message.Tenant.CreateSdkOptions(),
                    services.Loggers,
                    (messages, _) => reply = new SdkReplyTransport(message, exchange, id, messages)
                )
            );
        reply ??= new SdkReplyTransport(message, exchange, id, Nothing);
        server.Post(message.Body.Span, reply);
    }

    private async Task ListenAsync(HttpContext context, HttpTenant tenant)
    {
        HttpSession session = EnterSession(context, tenant);
        var stream = new HttpExchange(context, services.Time);
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
            stream.End();
            session.Close(stream);
            services.Sessions.Leave(session);
        }
    }

    private Task EndAsync(HttpContext context, HttpTenant tenant)
    {
        HttpSession session = EnterSession(context, tenant);
        services.Sessions.Leave(session);
        services.Sessions.End(session);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private HttpSession EnterSession(HttpContext context, HttpTenant tenant)
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

        return services.Sessions.Enter(id, tenant) ?? throw new HttpFaultException(HttpFault.NoSession());
    }

    private static Task AcceptAsync(HttpMessage message)
    {
        message.Context.Response.StatusCode = StatusCodes.Status202Accepted;
        return Task.CompletedTask;
    }
}
