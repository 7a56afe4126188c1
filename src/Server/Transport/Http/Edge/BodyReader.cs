using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Transport.Http;

/// <summary>Reads bodies to their end: within a size, a time, and what their principal and all together may hold.</summary>
internal sealed class BodyReader(EdgeOptions edge, TimeProvider time)
{
    private readonly ByteBudget _budget = new(edge.MaxHeldBytesPerPrincipal, edge.MaxHeldBytes);

    /// <summary>Reads a request's body; what it holds is given back when it is disposed of.</summary>
    /// <exception cref="HttpFaultException">It is too large or too slow, or there is no room for it.</exception>
    public async Task<RequestBody> ReadAsync(HttpRequest request, UInt128 principal, CancellationToken aborted)
    {
        var body = new RequestBody(_budget, principal, (int)(request.ContentLength ?? 0));
        ITimer? late = null;
        try
        {
            // Kestrel hands out no more than was announced; without an announcement one byte more tells what is too long.
            int most = (int)(request.ContentLength ?? edge.MaxBodyBytes + 1);
            while (body.Length < most)
            {
                ValueTask<int> read = request.Body.ReadAsync(body.Free(most), aborted);
                if (!read.IsCompleted)
                {
                    late ??= time.CreateTimer(
                        static reader => ((PipeReader)reader!).CancelPendingRead(),
                        request.BodyReader,
                        edge.BodyTime,
                        Timeout.InfiniteTimeSpan
                    );
                }

                int count = await read;
                if (count == 0)
                {
                    break;
                }

                body.Advance(count);
            }

            return body.Length <= edge.MaxBodyBytes ? body : throw new HttpFaultException(EdgeRules.TooLarge(edge));
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
            if (late is not null)
            {
                await late.DisposeAsync();
            }
        }
    }
}
