using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Transport.Sdk;

/// <summary>The SDK's servers behind the hot path, each created by the first message that needs it.</summary>
/// <remarks>
/// One per era: the SDK's server fixes its revision with the first request and refuses any other afterwards.
/// </remarks>
internal sealed class SdkServers(ToolCallServices services, ILoggerFactory loggers)
{
    private SdkServer? _legacy;
    private SdkServer? _modern;
    private byte[]? _initialize;

    /// <summary>Keeps the handshake, to be repeated to a server that is created later.</summary>
    public void RememberInitialize(ReadOnlySpan<byte> line)
    {
        _initialize = line.ToArray();
        _legacy?.Initialize(_initialize);
    }

    /// <summary>Passes on a request; returns why it cannot be, or null.</summary>
    public RpcFault? HandleRequest(ReadOnlySpan<byte> line, ReadOnlySpan<byte> id, bool isModern)
    {
        var request = new InFlightRequest(RequestKey.Of(id), id.ToArray(), null);
        if (!services.InFlight.TryAdd(request))
        {
            return RpcFault.IdInUse;
        }

        try
        {
            Server(isModern).Post(line);
            return null;
        }
        catch (JsonException)
        {
            services.InFlight.Claim(request);
            return RpcFault.Unreadable;
        }
    }

    /// <summary>Passes on a notification; without a server nobody waits for it.</summary>
    public void HandleNotification(ReadOnlySpan<byte> line)
    {
        TryPost(_legacy, line);
        TryPost(_modern, line);
    }

    /// <summary>Passes on a response; without a server nothing was asked.</summary>
    public void HandleResponse(ReadOnlySpan<byte> line) => TryPost(_legacy, line);

    /// <summary>Tells the servers to stop; does not wait for them.</summary>
    public void Stop()
    {
        _legacy?.Stop();
        _modern?.Stop();
    }

    private SdkServer Server(bool isModern)
    {
        if (isModern)
        {
            return _modern ??= Create();
        }

        if (_legacy is null)
        {
            _legacy = Create();
            if (_initialize is not null)
            {
                _legacy.Initialize(_initialize);
            }
        }

        return _legacy;
    }

    private SdkServer Create() =>
        new(
            SdkServerOptions.Create(services.Identity, services.Gateway),
            loggers,
            (messages, handshakeAnswered) => new SdkTransport(services, messages, handshakeAnswered)
        );

    private static void TryPost(SdkServer? server, ReadOnlySpan<byte> line)
    {
        try
        {
            server?.Post(line);
        }
        catch (JsonException)
        {
            // Neither kind of message has an answer that could say so.
        }
    }
}
