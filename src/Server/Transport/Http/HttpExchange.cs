using System.Threading.Channels;
using ClickUpMcp.Protocol;
using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Tools.Runtime;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Transport.Http;

/// <summary>The way back to the client of one request.</summary>
/// <remarks>
/// A reply alone is sent as plain JSON; whatever comes before it makes the response a stream of events, and is left out
/// where the client takes none.
/// </remarks>
/// <param name="context">The request.</param>
/// <param name="time">The clock.</param>
/// <param name="challenge">What is said of scopes that a call lacks.</param>
internal sealed class HttpExchange(HttpContext context, TimeProvider time, Func<ToolScopes, string>? challenge = null)
    : IMessageSink,
        IDisposable
{
    private const int MostWaiting = 256;

    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    private readonly Channel<byte[]> _earlier = Channel.CreateBounded<byte[]>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true }
    );
    private readonly EventStream _stream = new(context.Response);
    private Reply? _reply;
    private bool _isStream;

    public bool CanNotify { get; } = MediaTypes.Accepts(context.Request.Headers.Accept, MediaTypes.EventStream);

    public bool TrySend(ReadOnlySpan<byte> message) => CanNotify && _earlier.Writer.TryWrite(message.ToArray());

    public void Send(Reply reply)
    {
        _reply = reply;
        End();
    }

    /// <summary>Why the message is refused; null when it is not, or not yet.</summary>
    public RpcFault? Fault => _reply?.Fault;

    /// <summary>Nothing more will be sent.</summary>
    public void End() => _earlier.Writer.TryComplete();

    /// <summary>Makes the response a stream before there is anything to send.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _isStream = true;
        await _stream.StartAsync(cancellationToken);
    }

    /// <summary>Sends what comes until nothing more will; a request without a reply is accepted.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task PumpAsync(CancellationToken cancellationToken)
    {
        while (await WaitAsync(cancellationToken))
        {
            while (_earlier.Reader.TryRead(out byte[]? message))
            {
                if (!_isStream)
                {
                    await StartAsync(cancellationToken);
                }

                await _stream.WriteAsync(message, cancellationToken);
            }
        }

        if (_isStream)
        {
            await (_reply is null ? default : _stream.WriteAsync(_reply, cancellationToken));
        }
        else if (_reply is not null)
        {
            string? lacked = _reply.NeededScopes is { } needed ? challenge?.Invoke(needed) : null;
            await HttpReplies.WriteAsync(context, _reply, lacked);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        }
    }

    public void Dispose()
    {
        End();
        _reply?.Dispose();
    }

    private async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        ValueTask<bool> wait = _earlier.Reader.WaitToReadAsync(cancellationToken);
        if (wait.IsCompleted || !_isStream)
        {
            return await wait;
        }

        Task<bool> more = wait.AsTask();
        using CancellationTokenSource silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        while (await Task.WhenAny(more, Task.Delay(Silence, time, silence.Token)) != more)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await _stream.CommentAsync(cancellationToken);
        }

        await silence.CancelAsync();
        return await more;
    }
}
