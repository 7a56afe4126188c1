using ClickUpMcp.Transport.Sdk;

namespace ClickUpMcp.Transport;

/// <summary>Answers the frequent messages itself and hands all others to the SDK's server.</summary>
/// <remarks>Only the reading thread calls it, so it needs no lock and one buffer serves all its answers.</remarks>
internal sealed class MessageHandler(ToolCallServices services, SdkServers sdk) : IDisposable
{
    private readonly MessageBuffer _buffer = new();

    // A client that has not said which revision it speaks may know none that has structured content.
    private bool _legacyKnowsStructured;

    /// <summary>Handles one line; returns once its answer is written or its work is under way elsewhere.</summary>
    public void Handle(ReadOnlySpan<byte> line)
    {
        if (line.Trim(" \t\r"u8).IsEmpty)
        {
            return;
        }

        Envelope envelope = EnvelopeReader.Read(line);
        ReadOnlySpan<byte> id = line[envelope.Id];
        if (envelope.Fault is { } fault)
        {
            Refuse(id, fault);
        }
        else if (!envelope.HasMethod)
        {
            sdk.HandleResponse(line);
        }
        else if (id.IsEmpty)
        {
            HandleNotification(line, envelope);
        }
        else if ((envelope.Parameters.Fault ?? EraRules.Check(envelope, out _)) is { } refused)
        {
            Refuse(id, refused);
        }
        else
        {
            HandleRequest(line, id, envelope);
        }
    }

    /// <summary>Refuses a line that was too long to be read.</summary>
    public void RefuseLongLine() =>
        Refuse(
            default,
            RpcFault.InvalidRequest($"A message has at most {LineReader.MaxLineLength} bytes; this one was skipped.")
        );

    public void Dispose() => _buffer.Dispose();

    private void HandleRequest(ReadOnlySpan<byte> line, ReadOnlySpan<byte> id, in Envelope envelope)
    {
        _buffer.Clear();
        bool isModern = envelope.Parameters.MetaVersion is not null;
        switch (envelope.Method)
        {
            case MessageMethod.Initialize:
                string version = ProtocolVersions.Negotiate(envelope.Parameters.ProtocolVersion);
                _legacyKnowsStructured = ProtocolVersions.HasStructuredContent(version);
                Answers.Initialize(_buffer, id, version, services.Identity);
                services.Writer.Write(_buffer.Written);
                sdk.RememberInitialize(line);
                break;
            case MessageMethod.Discover:
                Answers.Discover(_buffer, id, services.Identity);
                services.Writer.Write(_buffer.Written);
                break;
            case MessageMethod.Ping:
                Answers.Ping(_buffer, id);
                services.Writer.Write(_buffer.Written);
                break;
            case MessageMethod.ListTools:
                ListTools(id, envelope.Parameters, isModern);
                break;
            case MessageMethod.CallTool:
                CallTool(line, id, envelope.Parameters, isModern);
                break;
            default:
                if (sdk.HandleRequest(line, id, isModern) is { } fault)
                {
                    Refuse(id, fault);
                }

                break;
        }
    }

    private void HandleNotification(ReadOnlySpan<byte> line, in Envelope envelope)
    {
        ReadOnlySpan<byte> cancelled = line[envelope.Parameters.RequestId];
        if (envelope.Method != MessageMethod.Cancelled)
        {
            sdk.HandleNotification(line);
        }
        else if (!cancelled.IsEmpty && services.InFlight.Claim(RequestKey.Of(cancelled)) is { } request)
        {
            if (request.Cancellation is { } cancellation)
            {
                // Not Cancel(): its callbacks would run here and could hold up the reading.
                _ = cancellation.CancelAsync();
            }
            else
            {
                sdk.HandleNotification(line);
            }
        }
    }

    private void ListTools(ReadOnlySpan<byte> id, in RequestParameters parameters, bool isModern)
    {
        if (parameters.HasCursor)
        {
            Refuse(id, RpcFault.OnePage);
            return;
        }

        Answers.ToolListHead(_buffer, id, isModern);
        int head = _buffer.Written.Length;
        Answers.ToolListTail(_buffer, isModern ? services.Identity : null);
        ReadOnlySpan<byte> written = _buffer.Written;
        IToolGateway gateway = services.Gateway.Value;
        ReadOnlyMemory<byte> list = KnowsStructured(isModern) ? gateway.StructuredToolList : gateway.ToolList;
        services.Writer.Write(written[..head], list.Span, written[head..]);
    }

    private void CallTool(
        ReadOnlySpan<byte> line,
        ReadOnlySpan<byte> id,
        in RequestParameters parameters,
        bool isModern
    )
    {
        if (parameters.Name is null)
        {
            Refuse(id, RpcFault.NoToolName);
            return;
        }

        var request = new InFlightRequest(RequestKey.Of(id), id.ToArray(), new CancellationTokenSource());
        if (!services.InFlight.TryAdd(request))
        {
            Refuse(id, RpcFault.IdInUse);
            return;
        }

        var call = new ToolCall(services, request, line, parameters, isModern, KnowsStructured(isModern));
        ThreadPool.UnsafeQueueUserWorkItem(call, preferLocal: false);
    }

    private bool KnowsStructured(bool isModern) => isModern || _legacyKnowsStructured;

    private void Refuse(ReadOnlySpan<byte> id, RpcFault fault)
    {
        _buffer.Clear();
        Answers.Error(_buffer, id, fault);
        services.Writer.Write(_buffer.Written);
    }
}
