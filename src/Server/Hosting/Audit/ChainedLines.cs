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

    public void Open() => destination.Open();

    /// <param name="line">An object of JSON and the end of the line.</param>
    public void Write(ReadOnlySpan<byte> line)
    {
        using MessageBuffer buffer = new();
        buffer.Append(line[..line.LastIndexOf((byte)'}')]);
        buffer.Append(",\"run\":"u8).AppendString(_run).Append(",\"n\":"u8).Append(_written + 1);
        if ((_written == 0 ? ChainLine.Read(last())?.Chain : _previous) is { } previous)
        {
            buffer.Append(",\"prev\":"u8).AppendString(previous);
        }

        string own = chain.Of(buffer.Written);
        buffer.Append(ChainLine.Member).Append(Encoding.ASCII.GetBytes(own)).Append("\"}\n"u8);
        destination.Write(buffer.Written);

        // One that could not be written is none; what is lost has a line that says so.
        (_previous, _written) = (own, _written + 1);
    }

    public void Close() => destination.Close();
}
