using ClickUpMcp.Outside;

namespace ClickUpMcp.Files;

/// <summary>Counts what is read of a stream.</summary>
/// <param name="inner">The stream; disposed of with this.</param>
/// <param name="step">After how many bytes the count is told.</param>
/// <param name="report">Takes the count.</param>
internal sealed class CountedStream(Stream inner, int step, Action<long> report) : ForwardStream
{
    private long _read;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = await inner.ReadAsync(buffer, cancellationToken);
        long before = _read;
        _read += count;
        if (_read / step > before / step)
        {
            report(_read);
        }

        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
