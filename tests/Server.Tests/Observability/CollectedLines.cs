using System.Text;
using ClickUpMcp.Observability;

namespace ClickUpMcp.Tests.Observability;

/// <summary>A destination that keeps lines, and fails when it is told to.</summary>
internal sealed class CollectedLines : ILineDestination
{
    public bool Fails { get; set; }

    /// <summary>What was written, without the ends.</summary>
    public List<string> Lines { get; } = [];

    public void Open() { }

    public void Write(ReadOnlySpan<byte> line)
    {
        if (Fails)
        {
            throw new IOException();
        }

        Lines.Add(Encoding.UTF8.GetString(line).TrimEnd('\n'));
    }

    public void Close() { }
}
