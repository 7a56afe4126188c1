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
    private const int SmallestRead = 4096;
    private const int UsualSize = 28 * 1024;

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
            byte[] body = await ReadAsync(response.Content, either.Token);
            HttpContent unread = response.Content;
            response.Content = new BufferedContent(body);
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

    private async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > options.MaxResponseBytes)
        {
            throw new ResponseTooLargeException();
        }

        bool isLarge = content.Headers.ContentLength > ResponseTurns.FreeBytes;
        IDisposable? turn = isLarge ? await turns.WaitAsync(cancellationToken) : null;
        // Large enough at once where the size is known: each growth leaves a smaller array in the pool.
        using PooledBufferWriter buffer = new((int)(content.Headers.ContentLength ?? UsualSize) + SmallestRead);
        try
        {
            await using Stream stream = await content.ReadAsStreamAsync(cancellationToken);
            while (await stream.ReadAsync(buffer.GetMemory(SmallestRead), cancellationToken) is var read and > 0)
            {
                buffer.Advance(read);
                if (buffer.Count > options.MaxResponseBytes)
                {
                    throw new ResponseTooLargeException();
                }

                if (!isLarge && buffer.Count > ResponseTurns.FreeBytes)
                {
                    isLarge = true;
                    turn = await turns.WaitAsync(cancellationToken);
                }
            }

            return buffer.Written.ToArray();
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
