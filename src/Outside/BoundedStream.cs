namespace ClickUpMcp.Outside;

/// <summary>Reads what a foreign host sends: so many bytes at most, until a moment, and as many as were announced.</summary>
/// <param name="inner">What it sends; disposed of with this.</param>
/// <param name="limits">What is taken.</param>
/// <param name="announced">How many bytes it has announced; null when it has not.</param>
/// <param name="late">Fires at that moment; disposed of with this.</param>
internal sealed class BoundedStream(
    Stream inner,
    PublicFetchLimits limits,
    long? announced,
    CancellationTokenSource late
) : ForwardStream
{
    private long _read;

    /// <exception cref="PublicFetchException">It is too much, too slow, or was cut.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(
            late.Token,
            cancellationToken
        );
        int count;
        try
        {
            count = await inner.ReadAsync(buffer, either.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or HttpRequestException)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                throw;
            }

            throw new PublicFetchException(
                late.IsCancellationRequested ? PublicFetchProblem.Time : PublicFetchProblem.Cut
            );
        }

        _read += count;
        return _read > limits.MaxBytes ? throw new PublicFetchException(PublicFetchProblem.Size)
            : count == 0 && buffer.Length > 0 && _read < announced
                ? throw new PublicFetchException(PublicFetchProblem.Cut)
            : count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            late.Dispose();
        }

        base.Dispose(disposing);
    }
}
