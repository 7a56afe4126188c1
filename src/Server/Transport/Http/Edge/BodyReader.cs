using System.IO.Pipelines;
using ClickUpMcp.Protocol.Messages;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Transport.Http;

/// <summary>Reads bodies to their end: within a size, a time, and what their principal and all together may hold.</summary>
internal sealed class BodyReader(EdgeOptions edge, TimeProvider time)
{
    // One that trickles leaves its sender another.
    private const int AtOnce = 2;

    // As long as Kestrel reads the rest of a refused small body; a client that has read the refusal stops sending.
    private static readonly TimeSpan PassTime = TimeSpan.FromSeconds(5);

    private const int PassedAtOnce = 16 * 1024;

    private readonly ByteBudget _budget = new(edge.MaxHeldBytesPerPrincipal, edge.MaxHeldBytes);
    private readonly BodyLanes _lanes = new(AtOnce);
    private readonly BodyLanes _passed = new(AtOnce);

    /// <summary>Reads a request's body; what it holds is given back when it is disposed of.</summary>
    /// <exception cref="HttpFaultException">It is too large or too slow, or there is no room for it.</exception>
    public async Task<RequestBody> ReadAsync(HttpRequest request, UInt128 principal, CancellationToken aborted)
    {
        int announced = (int)(request.ContentLength ?? 0);
        var body = new RequestBody(_budget, principal, announced);
        IDisposable? place = null;
        ITimer? late = null;
        try
        {
            // Kestrel hands out no more than was announced; without an announcement one byte more, kept nowhere, tells what is too long.
            int most = request.ContentLength is null ? edge.MaxBodyBytes : announced;
            while (body.Length < most || request.ContentLength is null)
            {
                if (Math.Max(announced, body.Length) > RequestBody.Uncounted)
                {
                    place ??= await _lanes.EnterAsync(principal, aborted);
                }

                Memory<byte> free = body.Length < most ? body.Free(most) : new byte[1];
                ValueTask<int> read = request.Body.ReadAsync(free, aborted);
                if (!read.IsCompleted)
                {
                    late ??= Limit(request, edge.BodyTime);
                }

                int count = await read;
                if (count == 0)
                {
                    break;
                }

                if (body.Length + count > edge.MaxBodyBytes)
                {
                    throw new HttpFaultException(EdgeRules.TooLarge(edge));
                }

                body.Advance(count);
            }

            return body;
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            body.Dispose();
            throw new HttpFaultException(HttpFault.LateBody(edge.BodyTime));
        }
        catch
        {
            body.Dispose();
            throw;
        }
        finally
        {
            place?.Dispose();
            if (late is not null)
            {
                await late.DisposeAsync();
            }
        }
    }

    /// <summary>Lets what is left of a refused large body through, so that its sender comes to read why; ends the connection in the end.</summary>
    public async Task PassAsync(HttpRequest request, UInt128 principal, CancellationToken aborted)
    {
        // What is small the server lets through by itself, and over HTTP/2 a stream ends without; who waits to be asked for a body sends none.
        bool isLarge = request.ContentLength > RequestBody.Uncounted || request.Headers.TransferEncoding.Count > 0;
        if (!isLarge || request.Protocol != HttpProtocol.Http11 || request.Headers.Expect.Count > 0)
        {
            return;
        }

        byte[] passed = [];
        try
        {
            using IDisposable place = await _passed.EnterAsync(principal, aborted);
            // Those who wait hold nothing: of one principal they are as many as its connections.
            passed = ByteArrays.Rent(PassedAtOnce);
            await using ITimer late = Limit(request, PassTime);
            while (await request.Body.ReadAsync(passed, aborted) > 0)
            {
                // It is of no use to anybody.
            }
        }
        catch (OperationCanceledException)
        {
            request.HttpContext.Abort();
        }
        catch (IOException)
        {
            // More than any body may have, too slow for the server, or its sender has gone: it ends the connection itself, after the reply.
        }
        finally
        {
            ByteArrays.Return(passed, clear: true);
        }
    }

    private ITimer Limit(HttpRequest request, TimeSpan longest) =>
        time.CreateTimer(
            static reader => ((PipeReader)reader!).CancelPendingRead(),
            request.BodyReader,
            longest,
            Timeout.InfiniteTimeSpan
        );
}
