using System.Text;
using System.Threading.Channels;

namespace ClickUpMcp.Server.Tests.Transport;

/// <summary>The server's output, cut into lines for a test to await.</summary>
internal sealed class OutputStream : MemoryStream
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly List<byte> _line = [];

    public ChannelReader<string> Lines => _lines.Reader;

    /// <summary>Whether the last byte ended a line.</summary>
    public bool IsWhole => _line.Count == 0;

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        foreach (byte item in buffer)
        {
            if (item != '\n')
            {
                _line.Add(item);
                continue;
            }

            _lines.Writer.TryWrite(Encoding.UTF8.GetString([.. _line]));
            _line.Clear();
        }
    }
}
