using System.Text;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Protocol.Recording;
using ClickUpMcp.Tools.Runtime;
using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Protocol;

/// <summary>A request that takes time, from its copied parameters to its reply.</summary>
internal sealed class PendingRequest : IClient, IPendingWork
{
    private const int RequestIdLength = 16;

    private static readonly ToolResult NoAudit = new(
        "The audit cannot be written at present, and the operator of this server wants no call without it. "
            + "Nothing was done; retry later, or tell the operator.",
        IsError: true
    );

    private readonly CoreServices _services;
    private readonly IncomingMessage _message;
    private readonly McpSession _session;
    private readonly IMessageSink _sink;
    private readonly MessageMethod _method;
    private readonly byte[] _id;
    private readonly byte[]? _copy;
    private readonly ReadOnlyMemory<byte> _parameters;
    private readonly McpRequest _request;
    private readonly ProgressReporter? _progress;
    private readonly CancellationTokenSource _cancellation;
    private readonly ClientInfo _client;
    private readonly string? _trace;
    private readonly bool _knowsStructured;
    private readonly long _start;
    private string? _requestId;
    private bool _endsMessage;
    private CallEnd _end = CallEnd.Failed;
    private bool _isCall;

    /// <summary>Copies what the request needs out of a message whose bytes may be overwritten.</summary>
    public PendingRequest(CoreServices services, IncomingMessage message, McpSession session, IMessageSink sink)
    {
        Envelope envelope = message.Envelope;
        ReadOnlySpan<byte> bytes = message.Bytes.Span;
        _services = services;
        _message = message;
        _session = session;
        _sink = sink;
        _method = envelope.Method;
        _id = bytes[envelope.Id].ToArray();
        Key = RequestKey.Of(_id);
        _parameters = message.Bytes[envelope.ParametersRange];
        if (!message.IsKept)
        {
            _copy = ByteArrays.Rent(_parameters.Length);
            _parameters.CopyTo(_copy);
            _parameters = _copy.AsMemory(0, _parameters.Length);
        }

        ReadOnlySpan<byte> token = bytes[envelope.Parameters.ProgressToken];
        _progress = token.IsEmpty || !sink.CanNotify ? null : new ProgressReporter(token.ToArray(), sink);
        _request = new McpRequest(
            envelope.Parameters.Name ?? envelope.Parameters.Uri ?? string.Empty,
            PartOf(envelope.Parameters.Arguments, envelope.ParametersRange)
        )
        {
            Parameters = _parameters,
            Progress = message.Upload is not null
                ? UnseenProgress.Instance
                : (IProgressReporter?)_progress ?? NoProgress.Instance,
            Upload = message.Upload,
            Client = this,
            Id = _id,
        };
        IsModern = message.IsModern;
        _client = IsModern ? envelope.Parameters.Client : session.Client;
        _trace = services.Audit is null ? null : TraceOf(message);
        Capabilities = IsModern ? envelope.Parameters.Capabilities : session.Capabilities;
        _knowsStructured = IsModern || session.KnowsStructured;
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(services.Stopping, message.Abandoned);
        _start = services.Time.GetTimestamp();
    }

    /// <summary>How many bytes were copied for it.</summary>
    public int CopiedBytes => _copy?.Length ?? 0;

    /// <summary>See <see cref="RequestKey"/>.</summary>
    public string Key { get; }

    public string RequestId => _requestId ??= Guid.NewGuid().ToString("N")[..RequestIdLength];

    public bool IsModern { get; }

    public string? Name => _client.Name;

    public IPeer? Peer => IsModern ? null : _session;

    /// <summary>Whether it lasts until its client ends it.</summary>
    public bool IsEndless => _method == MessageMethod.Listen;

    public ClientCapabilities Capabilities { get; }

    private bool IsRefused => _request.Facts.RetryAfter is not null || _request.Facts.NeededScopes is not null;

    public bool CanBeAsked => !IsModern && _sink.CanNotify;

    private ServerIdentity? ModernIdentity => IsModern ? _session.Inventory.Identity : null;

    /// <summary>Stops the request; returns before its callbacks have run, which could hold up the caller.</summary>
    public void Cancel()
    {
        try
        {
            _ = _cancellation.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // It has just ended by itself.
        }
    }

    /// <summary>Runs to the end on the thread pool, and ends the message too.</summary>
    public void Execute()
    {
        _endsMessage = true;
        _ = RunAsync();
    }

    public async Task RunAsync()
    {
        Reply? reply = null;
        try
        {
            _message.Operation?.Resume();
            reply = await ServeAsync(_cancellation.Token);
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            bool isStopped = _services.Stopping.IsCancellationRequested;
            _end = isStopped ? CallEnd.Stopped : CallEnd.Cancelled;
            reply = isStopped ? Replies.Error(_id, RpcFault.Stopped, IsModern) : null;
        }
#pragma warning disable CA1031 // The last line of defence: one request's bug must not end the server, nor leave a client waiting.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _services.Logger.LogError("A request failed with {Exception}", e.GetType().Name);
            reply = Replies.Error(
                _id,
                _method == MessageMethod.CallTool ? RpcFault.ToolFailed : RpcFault.Bug,
                IsModern
            );
        }

        try
        {
            await EndAsync(reply);
        }
#pragma warning disable CA1031 // Likewise: whoever waits for the request must see its end.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _services.Logger.LogError("A reply failed with {Exception}", e.GetType().Name);
        }
        finally
        {
            Release();
        }
    }

    public void Notify(string method, ReadOnlySpan<byte> parameters)
    {
        using var buffer = new MessageBuffer();
        _sink.TrySend(Notifications.Write(buffer, method, parameters));
    }

    public async Task<ClientResponse> AskAsync(
        string method,
        ReadOnlyMemory<byte> parameters,
        CancellationToken cancellationToken
    )
    {
        if (IsModern)
        {
            throw new ClientUnreachableException();
        }

        string id = _session.Outgoing.Add(out Task<ClientResponse> response);
        if (!TryAsk(id, method, parameters.Span))
        {
            _session.Outgoing.Remove(id);
            throw new ClientUnreachableException();
        }

        try
        {
            return await response.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            if (_session.Outgoing.Remove(id))
            {
                Notify("notifications/cancelled", Encoding.ASCII.GetBytes($"{{\"requestId\":{id}}}"));
            }

            throw;
        }
    }

    // Most requests belong to no trace, and the types of tracing are for those that do.
    private static string? TraceOf(IncomingMessage message)
    {
        ReadOnlySpan<byte> parent = message.Bytes.Span[message.Envelope.Parameters.TraceParent];
        return message.Operation?.TraceId
            ?? (
                parent.IsEmpty && string.IsNullOrEmpty(message.Origin.TraceParent)
                    ? null
                    : TraceParent.IdOf(Encoding.UTF8.GetString(parent), message.Origin.TraceParent)
            );
    }

    /// <summary>Gives back what a request holds that is not run.</summary>
    public void Discard()
    {
        if (_copy is not null)
        {
            ByteArrays.Return(_copy, clear: true);
        }

        _cancellation.Dispose();
    }

    private ReadOnlyMemory<byte> PartOf(Range part, Range whole) =>
        part.Equals(default)
            ? default
            : _parameters.Slice(part.Start.Value - whole.Start.Value, part.End.Value - part.Start.Value);

    private bool TryAsk(string id, string method, ReadOnlySpan<byte> parameters)
    {
        using var buffer = new MessageBuffer();
        buffer.Append("""{"jsonrpc":"2.0","id":"""u8).AppendJson(id);
        buffer.Append(""","method":"""u8).AppendString(method);
        buffer.Append(""","params":"""u8).Append(parameters).Append("}\n"u8);
        return _sink.TrySend(buffer.Written);
    }

    private async ValueTask<Reply> ServeAsync(CancellationToken cancellationToken)
    {
        IServerFeature? feature = _method == MessageMethod.CallTool ? null : _session.Inventory.Find(_method)!;
        _isCall = feature?.UsesTools(_method) ?? true;
        if (_isCall)
        {
            _session.CountCall();
        }

        if (_isCall && _services.Audit is { } audit && !await audit.IsReadyAsync())
        {
            _end = CallEnd.Refused;
            _request.Facts.Failed("AuditUnavailable");
            return feature is null
                ? Replies.ToolResult(_id, NoAudit, _knowsStructured, ModernIdentity)
                : Replies.Error(_id, new RpcFault(RpcErrorCode.InternalError, NoAudit.Text), IsModern);
        }

        if (feature is null)
        {
            ToolGatewayResult called = await _session.Inventory.Tools.Value.CallAsync(_request, cancellationToken);
            // A call that stops on its own account says what it had done; who cancelled it waits for nothing.
            cancellationToken.ThrowIfCancellationRequested();
            return ReplyTo(called);
        }

        MethodResult result = await feature.ServeAsync(_method, _request, cancellationToken);
        return ReplyTo(result, McpMethods.IsCacheable(_method));
    }

    private Reply ReplyTo(in ToolGatewayResult result)
    {
        if (result.Result is { } tool)
        {
            _end =
                IsRefused ? CallEnd.Refused
                : tool.IsError ? CallEnd.ToolError
                : CallEnd.Ok;
            return WithRefusal(Replies.ToolResult(_id, tool, _knowsStructured, ModernIdentity));
        }

        if (result.UnknownTool is { } message)
        {
            _end = CallEnd.UnknownTool;
            return Replies.Error(_id, RpcFault.InvalidParams(message), IsModern);
        }

        return ReplyTo(result.Other, isCacheable: false);
    }

    private Reply ReplyTo(in MethodResult result, bool isCacheable)
    {
        _end =
            IsRefused ? CallEnd.Refused
            : result.Fault is not null ? CallEnd.ToolError
            : result.NeedsInput ? CallEnd.InputRequired
            : CallEnd.Ok;
        return WithRefusal(Replies.Result(_id, result, isCacheable, ModernIdentity));
    }

    private Reply WithRefusal(Reply reply)
    {
        reply.RetryAfter = _request.Facts.RetryAfter;
        reply.NeededScopes = _request.Facts.NeededScopes;
        return reply;
    }

    /// <summary>Records the request before its reply leaves, so that whoever has the reply finds its line.</summary>
    private async ValueTask EndAsync(Reply? reply)
    {
        _progress?.End();
        if (_method == MessageMethod.CallTool)
        {
            _message.Operation?.Called(_request.Facts.Tool, _end);
        }
        else if (reply?.Fault is { } fault)
        {
            _message.Operation?.Refused(fault.Code);
        }

        if (_isCall)
        {
            await AuditAsync();
        }

        if (_session.InFlight.Claim(this) && reply is not null)
        {
            _sink.Send(reply);
        }
        else
        {
            reply?.Dispose();
        }
    }

    private void Release()
    {
        _session.InFlight.Claim(this);
        Discard();
        if (_endsMessage)
        {
            _message.Dispose();
        }

        _session.InFlight.Ended(CopiedBytes);
    }

    private ValueTask AuditAsync()
    {
        if (_services.Audit is not { } audit)
        {
            return default;
        }

        audit.Write(
            new CallRecord
            {
                Request = RequestId,
                Trace = _trace,
                Principal = _session.Principal,
                PrincipalName = _session.PrincipalName,
                Client = _client,
                Session = _session.Hash,
                Workspace = _request.Facts.Workspace ?? _session.Workspace,
                Tool = _request.Facts.Tool,
                Inner = _request.Facts.Inner,
                Method = _method == MessageMethod.CallTool ? null : McpMethods.NameOf(_method),
                Arguments = _request.Facts.Arguments,
                End = _end,
                Error = _request.Facts.Error,
                RetryAfter = _request.Facts.RetryAfter,
                UpstreamStatus = _request.Facts.UpstreamStatus,
                Duration = _services.Time.GetElapsedTime(_start),
                Waited = _request.Facts.Waited,
            }
        );
        return audit.KeepAsync();
    }
}
