using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace ClickUpMcp.Transport.Sdk;

/// <summary>One server of the SDK, fed with single messages.</summary>
internal sealed class SdkServer
{
    private readonly Lock _lock = new();
    private readonly ChannelWriter<JsonRpcMessage> _messages;
    private readonly Func<Task> _end;
    private List<JsonRpcMessage>? _waiting;

    /// <param name="options">What the server offers.</param>
    /// <param name="loggers">For its failures.</param>
    /// <param name="createTransport">Makes the way back, from what will be posted and what to call once a repeated handshake is through.</param>
    public SdkServer(
        McpServerOptions options,
        ILoggerFactory loggers,
        Func<ChannelReader<JsonRpcMessage>, Action, ITransport> createTransport
    )
    {
        var messages = Channel.CreateUnbounded<JsonRpcMessage>();
        _messages = messages.Writer;
        var server = McpServer.Create(createTransport(messages.Reader, HandshakeAnswered), options, loggers, null);
        // Without a timer or a wait handle there is nothing in it to dispose.
        var end = new CancellationTokenSource();
        _end = end.CancelAsync;
        _ = Task.Run(() => server.RunAsync(end.Token));
    }

    /// <summary>Repeats the client's handshake; the answer is swallowed, since the client has its own.</summary>
    /// <remarks>The SDK handles messages in parallel, so later ones wait here until it has answered.</remarks>
    public void Initialize(ReadOnlySpan<byte> line)
    {
        if (Read(line) is not JsonRpcRequest request)
        {
            return;
        }

        request.Id = SdkMessages.HandshakeId;
        lock (_lock)
        {
            _waiting ??= [];
            _messages.TryWrite(request);
        }
    }

    /// <summary>Hands over one message.</summary>
    /// <param name="line">The message.</param>
    /// <param name="reply">Where its answer, and what is sent while it is worked on, goes; null is the server's own transport.</param>
    /// <exception cref="JsonException">The SDK cannot read it.</exception>
    public void Post(ReadOnlySpan<byte> line, ITransport? reply = null)
    {
        JsonRpcMessage message = Read(line);
        if (reply is not null)
        {
            message.Context = new JsonRpcMessageContext { RelatedTransport = reply };
        }

        lock (_lock)
        {
            if (_waiting is not null)
            {
                _waiting.Add(message);
            }
            else
            {
                _messages.TryWrite(message);
            }
        }
    }

    /// <summary>Ends its input. It may linger, with an open subscription for one, but only the process's end matters.</summary>
    public void Stop() => _messages.TryComplete();

    /// <summary>Ends its input and whatever it is working on.</summary>
    public void Abort()
    {
        Stop();
        _ = _end();
    }

    private void HandshakeAnswered()
    {
        lock (_lock)
        {
            foreach (JsonRpcMessage message in _waiting ?? [])
            {
                _messages.TryWrite(message);
            }

            _waiting = null;
        }
    }

    private static JsonRpcMessage Read(ReadOnlySpan<byte> line) =>
        JsonSerializer.Deserialize(
            line,
            (JsonTypeInfo<JsonRpcMessage>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage))
        ) ?? throw new JsonException();
}
