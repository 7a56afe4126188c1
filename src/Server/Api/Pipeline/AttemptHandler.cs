namespace ClickUpMcp.Api;

/// <summary>Makes one attempt at a request: bounds its time and its size, and reads the response to its end.</summary>
/// <remarks>
/// The response's content is a <see cref="BufferedContent"/>, so what stands above never touches the socket. The time of a body that is
/// streamed counts from its last piece that was taken: how long the whole may take is for the call to say.
/// </remarks>
internal sealed class AttemptHandler(
    ClickUpClientOptions options,
    ResponseTurns turns,
    TimeProvider time,
    HttpMessageHandler inner
) : DelegatingHandler(inner)
{
    /// <exception cref="TimeoutException">The attempt took longer than the options allow.</exception>
    /// <exception cref="ResponseTooLargeException">The response is larger than the options allow.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        using CancellationTokenSource timer = new(options.RequestTimeout, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(
            timer.Token,
            cancellationToken
        );
        HttpResponseMessage? response = null;
        SendContext.Of(request).OnMoved = () => timer.CancelAfter(options.RequestTimeout);
        try
        {
            response = await base.SendAsync(request, either.Token);
            SendContext.Of(request).Responded((int)response.StatusCode);
            // The mapping of errors reads the whole body.
            WantedMembers? wanted = response.IsSuccessStatusCode ? SendContext.Of(request).Request.Wanted : null;
            HttpContent unread = response.Content;
            response.Content = await ReadAsync(unread, wanted, either.Token);
            unread.Dispose();
            return response;
        }
        catch (Exception exception)
        {
            response?.Dispose();
            if (exception is not OperationCanceledException || cancellationToken.IsCancellationRequested)
            {
                throw;
            }

            // Neither the timer nor the caller: the sockets handler gave up connecting, and says so by a cancellation.
            throw timer.IsCancellationRequested
                ? new TimeoutException()
                : new HttpRequestException(HttpRequestError.ConnectionError);
        }
        finally
        {
            // What is still being sent after an early response keeps nothing alive.
            SendContext.Of(request).OnMoved = null;
        }
    }

    private async Task<BufferedContent> ReadAsync(
        HttpContent content,
        WantedMembers? wanted,
        CancellationToken cancellationToken
    )
    {
        if (content.Headers.ContentLength > options.MaxResponseBytes)
        {
            throw new ResponseTooLargeException();
        }

        bool isLarge = wanted is null && content.Headers.ContentLength > ResponseTurns.FreeBytes;
        IDisposable? turn = isLarge ? await turns.WaitAsync(cancellationToken) : null;
        using ArrivingBody body = new(content.Headers.ContentLength, wanted);
        try
        {
            await using Stream stream = await content.ReadAsStreamAsync(cancellationToken);
            while (await stream.ReadAsync(body.Room, cancellationToken) is var read and > 0)
            {
                body.Take(read);
                if (body.Received > options.MaxResponseBytes)
                {
                    throw new ResponseTooLargeException();
                }

                if (!isLarge && body.Held > ResponseTurns.FreeBytes)
                {
                    isLarge = true;
                    turn = await turns.WaitAsync(cancellationToken);
                }
            }

            return body.HandOver();
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            // What the decompressors throw for bytes that are no gzip or Brotli.
            throw new HttpRequestException(HttpRequestError.InvalidResponse);
        }
        finally
        {
            turn?.Dispose();
        }
    }
}
