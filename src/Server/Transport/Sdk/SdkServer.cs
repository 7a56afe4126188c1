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
    private List<JsonRpcMessage>? _waiting;

    public SdkServer(ToolCallServices services, ILoggerFactory loggers)
    {
        var messages = Channel.CreateUnbounded<JsonRpcMessage>();
        _messages = messages.Writer;
        var transport = new SdkTransport(services, messages.Reader, HandshakeAnswered);
        var server = McpServer.Create(transport, SdkServerOptions.Create(services), loggers, null);
        _ = Task.Run(() => server.RunAsync());
    }

    /// <summary>Repeats the client's handshake; the answer is swallowed, since the client has its own.</summary>
    /// <remarks>The SDK handles messages in parallel, so later ones wait here until it has answered.</remarks>
    public void Initialize(ReadOnlySpan<byte> line)
    {
        if (Read(line) is not JsonRpcRequest request)
        {
            return;
        }

        request.Id = SdkTransport.HandshakeId;
        lock (_lock)
        {
            _waiting ??= [];
            _messages.TryWrite(request);
        }
    }

    /// <summary>Hands over one message.</summary>
    /// <exception cref="JsonException">The SDK cannot read it.</exception>
    public void Post(ReadOnlySpan<byte> line)
    {
        JsonRpcMessage message = Read(line);
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
