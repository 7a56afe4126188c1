using System.Security.Cryptography;
using System.Text;
using ClickUpMcp.Observability;
using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Hosting;

/// <summary>Lines of JSON that each end with their place in the chain of this run.</summary>
/// <param name="destination">Where they go.</param>
/// <param name="chain">Seals them.</param>
/// <param name="last">The last line that is already there; null for none.</param>
internal sealed class ChainedLines(ILineDestination destination, AuditChain chain, Func<string?> last)
    : ILineDestination
{
    private const int RunBytes = 4;

    private readonly string _run = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RunBytes));
    private string? _previous;
    private long _written;

    public int BatchBytes => destination.BatchBytes;

    public void Open() => destination.Open();

    /// <param name="line">An object of JSON and the end of the line, or several of them.</param>
    public void Write(ReadOnlySpan<byte> line)
    {
        using MessageBuffer buffer = new();
        (string? previous, long written) = (_written == 0 ? ChainLine.Read(last())?.Chain : _previous, _written);
        while (line.IndexOf((byte)'\n') is >= 0 and var end)
        {
            int begin = buffer.Written.Length;
            buffer.Append(line[..line[..end].LastIndexOf((byte)'}')]);
            buffer.Append(",\"run\":"u8).AppendString(_run).Append(",\"n\":"u8).Append(++written);
            if (previous is not null)
            {
                buffer.Append(",\"prev\":"u8).AppendString(previous);
            }

            previous = chain.Of(buffer.Written[begin..]);
            buffer.Append(ChainLine.Member).Append(Encoding.ASCII.GetBytes(previous)).Append("\"}\n"u8);
            line = line[(end + 1)..];
        }

        destination.Write(buffer.Written);

        // What could not be written is no line; what is lost has a line that says so.
        (_previous, _written) = (previous, written);
    }

    public void Close() => destination.Close();
}
