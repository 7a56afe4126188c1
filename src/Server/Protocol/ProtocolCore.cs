using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Protocol.Recording;
using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Protocol;

/// <summary>Says what a peer may send and what it gets back, whichever transport brings its messages.</summary>
/// <remarks>A transport reads a message, checks what only it can see, and lets the core accept it; replies leave by the message's sink.</remarks>
internal sealed class ProtocolCore(CoreServices services)
{
    /// <summary>Takes a message apart; never throws.</summary>
    /// <param name="bytes">The message; must stay as it is until the result is disposed of.</param>
    /// <param name="origin">How it came.</param>
    public IncomingMessage Read(ReadOnlyMemory<byte> bytes, in MessageOrigin origin = default)
    {
        try
        {
            bytes = MessageText.WithoutMark(bytes);
            var message = new IncomingMessage(bytes, EnvelopeReader.Read(bytes.Span)) { Origin = origin };
            message.Operation = services.Telemetry?.Start(bytes.Span, message.Envelope, origin);
            return message;
        }
#pragma warning disable CA1031 // The last line of defence: no message may end the server.
        catch (Exception e)
#pragma warning restore CA1031
        {
            RecordBug(e);
            return new IncomingMessage(bytes, new Envelope { Fault = RpcFault.Bug });
        }
    }

    /// <summary>Serves a message; what is left to do when it returns is the result, and null when nothing is.</summary>
    /// <remarks>Never throws: this is where each transport's thread is guarded.</remarks>
    public IPendingWork? Accept(IncomingMessage message, McpSession session, IMessageSink sink)
    {
        try
        {
            return Serve(message, session, sink);
        }
#pragma warning disable CA1031 // The last line of defence: no message may end the server.
        catch (Exception e)
#pragma warning restore CA1031
        {
            RecordBug(e, session, message.Envelope.Method);
            if (message.IsRequest)
            {
                Refuse(message, RpcFault.Bug, sink);
            }

            return null;
        }
    }

    /// <summary>Refuses a message that could not be read at all.</summary>
    public static void Refuse(RpcFault fault, IMessageSink sink) => sink.Send(Replies.Error(default, fault));

    /// <summary>Keeps a failure that no tool call stands for.</summary>
    public void RecordBug(Exception exception, McpSession? session = null, MessageMethod method = MessageMethod.Other)
    {
        services.Logger.LogError("A message failed with {Exception}", exception.GetType().Name);
        services.Audit?.Write(
            new CallRecord
            {
                Principal = session?.Principal ?? default,
                PrincipalName = session?.PrincipalName,
                Client = session?.Client ?? default,
                Session = session?.Hash,
                Workspace = session?.Workspace,
                Method = McpMethods.NameOf(method),
                End = CallEnd.Failed,
                Error = "Bug",
            }
        );
    }

    private IPendingWork? Serve(IncomingMessage message, McpSession session, IMessageSink sink)
    {
        message.Operation?.Version = message.IsModern ? ProtocolVersions.Modern : session.Version;
        if (message.FaultIn(session.Version) is { } fault)
        {
            Refuse(message, fault, sink);
        }
        else if (message.Envelope.Items is { } items)
        {
            return ServeBatch(message, items, session, sink);
        }
        else if (message.IsRequest)
        {
            return ServeRequest(message, session, sink);
        }
        else if (!message.Envelope.HasMethod)
        {
            session.Outgoing.Complete(message);
        }
        else if (
            message.Envelope.Method == MessageMethod.Cancelled
            && message.Bytes.Span[message.Envelope.Parameters.RequestId] is { IsEmpty: false } cancelled
        )
        {
            session.InFlight.Cancel(RequestKey.Of(cancelled));
        }

        return null;
    }

    private IPendingWork? ServeBatch(IncomingMessage batch, Range[] items, McpSession session, IMessageSink sink)
    {
        var pending = new PendingBatch(session, sink);
        foreach (Range item in items)
        {
            IncomingMessage message = Read(batch.Bytes[item], batch.Origin);
            message.IsKept = batch.IsKept;
            IMessageSink place = pending.Add(message);
            bool standsAlone = message.IsModern || message.Envelope.Method == MessageMethod.Initialize;
            pending.Add(standsAlone ? Refuse(message, RpcFault.NotInBatch, place) : Accept(message, session, place));
        }

        return pending.Begin();
    }

    private IPendingWork? ServeRequest(IncomingMessage message, McpSession session, IMessageSink sink)
    {
        ServerInventory inventory = session.Inventory;
        RequestParameters parameters = message.Envelope.Parameters;
        ReadOnlySpan<byte> id = message.Id.Span;
        switch (message.Envelope.Method)
        {
            case MessageMethod.Initialize:
                Initialize(message, session, sink);
                return null;
            case MessageMethod.Discover:
                sink.Send(Replies.Discover(id, inventory.Identity, inventory.Capabilities(isModern: true)));
                return null;
            case MessageMethod.Ping:
                sink.Send(Replies.Empty(id));
                return null;
            case var list
                when parameters.HasCursor && McpMethods.IsList(list) && inventory.Find(list)?.HasPages(list) != true:
                return Refuse(message, RpcFault.OnePage, sink);
            case MessageMethod.ListTools:
                ReadOnlyMemory<byte> tools = session.ToolsFor(message.IsModern);
                sink.Send(Replies.List(id, "\"tools\":"u8, tools, message.IsModern ? inventory.Identity : null));
                return null;
            case MessageMethod.CallTool when parameters.Name is null:
                return Refuse(message, RpcFault.NoToolName, sink);
            case MessageMethod.CallTool:
                return Begin(message, session, sink);
            case var _ when parameters.HasTextArguments:
                return Refuse(message, RpcFault.ArgumentsNoObject, sink);
            case var method when inventory.Find(method) is null:
                return Refuse(message, RpcFault.NoMethod, sink);
            case MessageMethod.GetPrompt when parameters.Name is null:
            case MessageMethod.ReadResource
            or MessageMethod.Subscribe
            or MessageMethod.Unsubscribe when parameters.Uri is null:
                return Refuse(message, RpcFault.NoSubject, sink);
            case var method when inventory.Find(method) is { } feature && feature.IsImmediate(method):
                return Serve(message, feature, inventory, sink);
            default:
                return Begin(message, session, sink);
        }
    }

    /// <summary>Serves what is answered from memory where it was read: a thread pool is not started for it.</summary>
    private static IPendingWork? Serve(
        IncomingMessage message,
        IServerFeature feature,
        ServerInventory inventory,
        IMessageSink sink
    )
    {
        RequestParameters parameters = message.Envelope.Parameters;
        var request = new McpRequest(parameters.Name ?? string.Empty, message.Bytes[parameters.Arguments])
        {
            Parameters = message.Bytes[message.Envelope.ParametersRange],
            Id = message.Id,
        };
        MessageMethod method = message.Envelope.Method;
        ValueTask<MethodResult> served = feature.ServeAsync(method, request, CancellationToken.None);
        MethodResult result = served.IsCompletedSuccessfully
            ? served.Result
            : throw new InvalidOperationException($"{method} is not served at once.");
        if (result.Fault is { } fault)
        {
            return Refuse(message, fault, sink);
        }

        ServerIdentity? modern = message.IsModern ? inventory.Identity : null;
        sink.Send(Replies.Result(message.Id.Span, result, McpMethods.IsCacheable(method), modern));
        return null;
    }

    private static void Initialize(IncomingMessage message, McpSession session, IMessageSink sink)
    {
        ServerInventory inventory = session.Inventory;
        session.Version = ProtocolVersions.Negotiate(message.Envelope.Parameters.ProtocolVersion);
        session.Client = message.Envelope.Parameters.Client;
        session.Capabilities = message.Envelope.Parameters.Capabilities;
        message.Operation?.Version = session.Version;
        string capabilities = inventory.Capabilities(isModern: false);
        sink.Send(Replies.Initialize(message.Id.Span, session.Version, inventory.Identity, capabilities));
    }

    private IPendingWork? Begin(IncomingMessage message, McpSession session, IMessageSink sink)
    {
        var pending = new PendingRequest(services, message, session, sink);
        if (session.InFlight.Add(pending) is not { } fault)
        {
            return pending;
        }

        pending.Discard();
        return Refuse(message, fault, sink);
    }

    /// <summary>Refuses a message; there is nothing left to do, so the result is null.</summary>
    private static IPendingWork? Refuse(IncomingMessage message, RpcFault fault, IMessageSink sink)
    {
        message.Operation?.Refused(fault.Code);
        sink.Send(Replies.Error(message.Id.Span, fault, message.IsModern));
        return null;
    }
}
