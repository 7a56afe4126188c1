using System.Security.Cryptography;
using ClickUpMcp.Tools.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Transport.Http;

/// <summary>One <c>tools/call</c> that came by HTTP.</summary>
internal sealed class HttpToolCall(HttpMessage message, IToolGateway tools, HttpServices services)
{
    private const int RequestIdBytes = 8;

    private static readonly byte[] NoArguments = "{}"u8.ToArray();

    private readonly CallFacts _facts = new();
    private readonly long _start = services.Time.GetTimestamp();
    private readonly string _requestId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RequestIdBytes));
    private readonly InFlightRequest _request = new(
        RequestKey.Of(message.Id.Span),
        message.Id.ToArray(),
        new CancellationTokenSource()
    );
    private CallEnd _end = CallEnd.Failed;
    private bool _isAudited;

    /// <summary>Runs the tool and answers.</summary>
    public async Task RunAsync()
    {
        if (message.Session?.InFlight.TryAdd(_request) == false)
        {
            message.Operation?.Refused(RpcFault.IdInUse.Code);
            await HttpAnswers.RefuseAsync(message.Context, HttpFault.BadRequest(RpcFault.IdInUse), message.Id);
            return;
        }

        message.Context.Response.Headers["X-Request-Id"] = _requestId;
        try
        {
            using var buffer = new MessageBuffer();
            await (
                message.Body.Span[message.Envelope.Parameters.ProgressToken].IsEmpty
                    ? AnswerAsync(buffer)
                    : StreamAsync(buffer)
            );
        }
        finally
        {
            message.Session?.InFlight.Claim(_request);
            message.Session?.InFlight.CallEnded();
            message.Operation?.Called(_facts.Tool, _end);
            Audit();
        }
    }

    private async Task AnswerAsync(MessageBuffer buffer)
    {
        HttpAnswer answer = await CallAsync(buffer, NoProgress.Instance);
        Audit();
        await HttpAnswers.WriteAsync(message.Context, answer);
    }

    private async Task StreamAsync(MessageBuffer buffer)
    {
        var exchange = new HttpExchange(message.Context, services.Time);
        byte[] token = message.Body[message.Envelope.Parameters.ProgressToken].ToArray();
        Task call = CallAsync(new ProgressReporter(token, exchange));
        try
        {
            await exchange.PumpAsync(message.Context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            exchange.End();
        }

        await call;

        async Task CallAsync(ProgressReporter progress)
        {
            HttpAnswer answer = await this.CallAsync(buffer, progress);
            progress.End();
            Audit();
            await exchange.WriteAsync(answer, CancellationToken.None);
        }
    }

    private async Task<HttpAnswer> CallAsync(MessageBuffer buffer, IProgressReporter progress)
    {
        ToolGatewayResult? result = null;
        CancellationToken aborted = message.Context.RequestAborted;
        // A legacy client that hangs up has lost its answer, no more; a modern one cancels by it.
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(
            _request.Cancellation!.Token,
            services.Lifetime.Ended,
            message.IsModern ? aborted : CancellationToken.None
        );
        try
        {
            RequestParameters parameters = message.Envelope.Parameters;
            ReadOnlyMemory<byte> arguments = message.Body[parameters.Arguments];
            result = await tools.CallAsync(
                parameters.Name!,
                arguments.IsEmpty ? NoArguments : arguments,
                progress,
                stop.Token,
                _facts
            );
            _end = EndOf(result.Value);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            bool isStopped = services.Lifetime.Ended.IsCancellationRequested;
            _end = isStopped ? CallEnd.Stopped : CallEnd.Cancelled;
            return isStopped ? Stopped(buffer, message.Id) : new HttpAnswer(default, StatusCodes.Status202Accepted);
        }
#pragma warning disable CA1031 // The last line of defence: one call's bug must not end the request without an answer.
        catch (Exception e)
#pragma warning restore CA1031
        {
            services.Loggers.CreateLogger("http").LogError("A tool call failed with {Exception}", e.GetType().Name);
        }

        Answers.CallEnded(buffer, message.Id.Span, result, message.ModernIdentity, message.KnowsStructured);
        return _facts.RetryAfter is { } wait
            ? new HttpAnswer(buffer.WrittenMemory, StatusCodes.Status429TooManyRequests, wait)
            : new HttpAnswer(buffer.WrittenMemory, StatusCodes.Status200OK);
    }

    /// <summary>The answer to a request that the server's end has cut short.</summary>
    public static HttpAnswer Stopped(MessageBuffer buffer, ReadOnlyMemory<byte> id)
    {
        buffer.Clear();
        Answers.Error(
            buffer,
            id.Span,
            new RpcFault(
                RpcErrorCode.InternalError,
                "The server is stopping and did not finish this request. Look before repeating a write."
            )
        );
        return new HttpAnswer(buffer.WrittenMemory, StatusCodes.Status503ServiceUnavailable);
    }

    private CallEnd EndOf(ToolGatewayResult result) =>
        result.Result is not { } tool ? CallEnd.UnknownTool
        : _facts.RetryAfter is not null ? CallEnd.Refused
        : tool.IsError ? CallEnd.ToolError
        : CallEnd.Ok;

    /// <summary>Keeps the call, once: before its answer leaves, so that whoever has an answer finds its line.</summary>
    private void Audit()
    {
        if (_isAudited)
        {
            return;
        }

        _isAudited = true;
        services.Audit?.Write(
            new CallRecord
            {
                Request = _requestId,
                Principal = message.Tenant.Key.Principal,
                Session = message.Session?.Hash,
                Workspace = message.Tenant.Key.Workspace,
                Tool = _facts.Tool,
                Inner = _facts.Inner,
                Arguments = _facts.Arguments,
                End = _end,
                Error = _facts.Error,
                UpstreamStatus = _facts.UpstreamStatus,
                Duration = services.Time.GetElapsedTime(_start),
                Waited = _facts.Waited,
            }
        );
    }
}
