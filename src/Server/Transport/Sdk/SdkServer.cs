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
    private readonly ChannelWriter<JsonRpcMessage> _messages;

    public SdkServer(ToolCallServices services, ILoggerFactory loggers)
    {
        var messages = Channel.CreateUnbounded<JsonRpcMessage>();
        _messages = messages.Writer;
        var transport = new SdkTransport(services, messages.Reader);
        var server = McpServer.Create(transport, SdkServerOptions.Create(services), loggers, null);
        _ = Task.Run(() => server.RunAsync());
    }

    /// <summary>Repeats the client's handshake; the answer is swallowed, since the client has its own.</summary>
    public void Initialize(ReadOnlySpan<byte> line)
    {
        if (Read(line) is JsonRpcRequest request)
        {
            request.Id = SdkTransport.HandshakeId;
            _messages.TryWrite(request);
        }
    }

    /// <summary>Hands over one message.</summary>
    /// <exception cref="JsonException">The SDK cannot read it.</exception>
    public void Post(ReadOnlySpan<byte> line) => _messages.TryWrite(Read(line));

    /// <summary>Ends its input. It may linger, with an open subscription for one, but only the process's end matters.</summary>
    public void Stop() => _messages.TryComplete();

    private static JsonRpcMessage Read(ReadOnlySpan<byte> line) =>
        JsonSerializer.Deserialize(
            line,
            (JsonTypeInfo<JsonRpcMessage>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage))
        ) ?? throw new JsonException();
}
