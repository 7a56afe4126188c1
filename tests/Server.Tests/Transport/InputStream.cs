namespace ClickUpMcp.Server.Tests.Transport;

/// <summary>The server's input: reads wait until a test writes or closes it.</summary>
internal sealed class InputStream : MemoryStream
{
    private readonly Queue<byte[]> _chunks = [];
    private int _taken;
    private bool _closed;

    public void Send(byte[] bytes)
    {
        lock (_chunks)
        {
            _chunks.Enqueue(bytes);
            Monitor.PulseAll(_chunks);
        }
    }

    public void End()
    {
        lock (_chunks)
        {
            _closed = true;
            Monitor.PulseAll(_chunks);
        }
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        new(
            Task.Run(
                () =>
                {
                    byte[] bytes = new byte[buffer.Length];
                    int count = Read(bytes, 0, bytes.Length);
                    bytes.AsSpan(0, count).CopyTo(buffer.Span);
                    return count;
                },
                cancellationToken
            )
        );

    public override int Read(byte[] buffer, int offset, int count)
    {
        lock (_chunks)
        {
            while (_chunks.Count == 0)
            {
                if (_closed)
                {
                    return 0;
                }

                Monitor.Wait(_chunks);
            }

            ReadOnlySpan<byte> chunk = _chunks.Peek().AsSpan(_taken);
            int taken = Math.Min(count, chunk.Length);
            chunk[..taken].CopyTo(buffer.AsSpan(offset));
            _taken += taken;
            if (taken == chunk.Length)
            {
                _chunks.Dequeue();
                _taken = 0;
            }

            return taken;
        }
    }
}
