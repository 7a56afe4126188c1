using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Transport.Http;

/// <summary>The way back to the client of one request, for answers that may have messages before them.</summary>
/// <remarks>One complete answer is sent as plain JSON; whatever comes before it makes the answer a stream of events.</remarks>
internal sealed class HttpExchange(HttpContext context, TimeProvider time) : IMessageSink
{
    private const int MostWaiting = 256;

    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    private readonly Channel<HttpAnswer> _outgoing = Channel.CreateBounded<HttpAnswer>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true }
    );
    private readonly EventStream _stream = new(context.Response);
    private bool _isStream;

    /// <summary>Sends progress; a client that does not read loses it.</summary>
    public void Write(ReadOnlySpan<byte> message) => _outgoing.Writer.TryWrite(new HttpAnswer(message.ToArray()));

    /// <summary>Sends a message that must arrive.</summary>
    public async ValueTask WriteAsync(HttpAnswer answer, CancellationToken cancellationToken)
    {
        try
        {
            await _outgoing.Writer.WriteAsync(answer, cancellationToken);
            if (answer.IsLast)
            {
                End();
            }
        }
        catch (ChannelClosedException)
        {
            // The request was answered, or its client is gone.
        }
    }

    /// <summary>Nothing more will be sent.</summary>
    public void End() => _outgoing.Writer.TryComplete();

    /// <summary>Makes the answer a stream before there is anything to send.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _isStream = true;
        await _stream.StartAsync(cancellationToken);
    }

    /// <summary>Sends what comes until the answer is complete.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; call <see cref="FinishAsync"/> if the client still reads.</exception>
    public async Task PumpAsync(CancellationToken cancellationToken)
    {
        while (await WaitAsync(cancellationToken))
        {
            while (_outgoing.Reader.TryRead(out HttpAnswer answer))
            {
                await SendAsync(answer, cancellationToken);
            }
        }
    }

    /// <summary>Sends the last message and nothing that still waits.</summary>
    public async Task FinishAsync(HttpAnswer last)
    {
        End();
        await SendAsync(last, context.RequestAborted);
    }

    private async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        ValueTask<bool> wait = _outgoing.Reader.WaitToReadAsync(cancellationToken);
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

    private async Task SendAsync(HttpAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.IsLast && !_isStream)
        {
            await HttpAnswers.WriteAsync(context, answer);
            return;
        }

        if (!_isStream)
        {
            await StartAsync(cancellationToken);
        }

        if (!answer.Message.IsEmpty)
        {
            await _stream.WriteAsync(answer.Message, cancellationToken);
        }
    }
}
