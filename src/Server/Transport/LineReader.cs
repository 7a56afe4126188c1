using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Transport;

/// <summary>Cuts a byte stream into lines without decoding it.</summary>
/// <param name="input">The stream.</param>
/// <param name="released">Called when the memory of a long line is not needed any more.</param>
/// <remarks>Reads are synchronous: the main thread has nothing else to do, and nothing of the task machinery runs before the first reply.</remarks>
internal sealed class LineReader(Stream input, Action? released = null) : IDisposable
{
    /// <summary>The longest line, in bytes, its line feed not counted: a file of 10 MB as base64, and its call.</summary>
    public const int MaxLineLength = 15 * 1024 * 1024;

    // Most messages are shorter; a longer one grows the buffer and gives it back afterwards.
    private const int UsualSize = 16 * 1024;

    private const int LongSize = 1024 * 1024;

    private byte[] _buffer = ByteArrays.Rent(UsualSize);
    private int _start;
    private int _scanned;
    private int _end;
    private bool _skipping;

    /// <summary>Waits for the next line.</summary>
    /// <param name="line">The line without its line feed; valid until the next call.</param>
    public LineKind Read(out ReadOnlyMemory<byte> line)
    {
        while (true)
        {
            int lineFeed = _buffer.AsSpan(_scanned, _end - _scanned).IndexOf((byte)'\n');
            int stop = lineFeed < 0 ? _end : _scanned + lineFeed;
            int length = stop - _start;
            line = _buffer.AsMemory(_start, length);
            _scanned = stop;

            if (_skipping)
            {
                _start = _scanned = lineFeed < 0 ? stop : stop + 1;
                _skipping = lineFeed < 0;
            }
            else if (length > MaxLineLength)
            {
                _skipping = true;
                line = default;
                return LineKind.TooLong;
            }
            else if (lineFeed >= 0)
            {
                _start = _scanned = stop + 1;
                return LineKind.Line;
            }

            if (lineFeed < 0 && !Fill())
            {
                line = _buffer.AsMemory(_start, _end - _start);
                _start = _scanned = _end;
                return line.IsEmpty ? LineKind.End : LineKind.Line;
            }
        }
    }

    public void Dispose() => ByteArrays.Return(_buffer);

    private bool Fill()
    {
        if (_start == _end && _buffer.Length > 2 * UsualSize)
        {
            bool wasLong = _buffer.Length > LongSize;
            Replace(UsualSize);
            if (wasLong)
            {
                released?.Invoke();
            }
        }
        else if (_start > 0)
        {
            Move(_buffer);
        }
        else if (_end == _buffer.Length)
        {
            // One byte more than the limit tells a line of exactly the limit from a longer one.
            Replace(Math.Min(_buffer.Length * 2, MaxLineLength + 1));
        }

        int count = ReadInput();
        _end += count;
        return count > 0;
    }

    private int ReadInput()
    {
        try
        {
            return input.Read(_buffer, _end, _buffer.Length - _end);
        }
        // An input that broke has nothing more to say.
        catch (IOException)
        {
            return 0;
        }
    }

    private void Replace(int size)
    {
        byte[] old = _buffer;
        Move(ByteArrays.Rent(size));
        ByteArrays.Return(old);
    }

    private void Move(byte[] target)
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(target);
        _buffer = target;
        _scanned -= _start;
        _end -= _start;
        _start = 0;
    }
}
