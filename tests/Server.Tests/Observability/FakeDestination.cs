using System.Text;
using ClickUpMcp.Observability;

namespace ClickUpMcp.Tests.Observability;

/// <summary>A destination that a test can fill up or hold up.</summary>
internal sealed class FakeDestination : ILineDestination
{
    private readonly Lock _lock = new();
    private readonly List<string> _written = [];

    /// <summary>Set while writes pass; a write waits for it.</summary>
    public ManualResetEventSlim Reads { get; } = new(initialState: true);

    /// <summary>Set once a write waits.</summary>
    public ManualResetEventSlim Waits { get; } = new();

    /// <summary>Whether there is no room.</summary>
    public bool IsFull { get; set; }

    public int Opened { get; private set; }

    public int BatchBytes { get; init; }

    public IReadOnlyList<string> Written
    {
        get
        {
            lock (_lock)
            {
                return [.. _written];
            }
        }
    }

    public void Open() => Opened++;

    public void Write(ReadOnlySpan<byte> line)
    {
        if (!Reads.IsSet)
        {
            Waits.Set();
            Reads.Wait();
        }

        if (IsFull)
        {
            throw new IOException("No space left on device");
        }

        lock (_lock)
        {
            _written.Add(Encoding.UTF8.GetString(line));
        }
    }

    public void Close()
    {
        lock (_lock)
        {
            _written.Add("closed");
        }
    }
}
