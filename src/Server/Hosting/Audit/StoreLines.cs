using System.Text;
using ClickUpMcp.Observability;
using ClickUpMcp.Storage;

namespace ClickUpMcp.Hosting;

/// <summary>Lines that go to a store; those that wait while it is slow go there together.</summary>
/// <param name="log">The log in the store.</param>
/// <param name="time">The clock.</param>
internal sealed class StoreLines(StoredLog log, TimeProvider time) : ILineDestination
{
    /// <summary>How long lines wait for the store at most before they are lost.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private string? _last;
    private bool _knowsLast;

    // With their chains lines are about twice as long, and a record holds 64 KiB.
    public int BatchBytes => 24 * 1024;

    /// <summary>The last line that was there before this server's first; null for none.</summary>
    /// <remarks>Always the same one: a first line that was lost may have kept its place, which is behind that line and before later ones.</remarks>
    /// <exception cref="IOException">It cannot be read.</exception>
    public string? Last()
    {
        if (!_knowsLast)
        {
            ReadOnlyMemory<byte>? last = Wait(stop => log.LastAsync(stop));
            _last = last is { } lines ? Encoding.UTF8.GetString(lines.Span).TrimEnd('\n').Split('\n')[^1] : null;
            _knowsLast = true;
        }

        return _last;
    }

    public void Open()
    {
        // The server has opened the store before.
    }

    public void Write(ReadOnlySpan<byte> line)
    {
        byte[] lines = line.ToArray();
        Wait(async stop =>
        {
            await log.AppendAsync(lines, stop);
            return true;
        });
    }

    public void Close()
    {
        // The server closes the store.
    }

    /// <summary>Waits on the thread that writes lines, which has nothing else to do.</summary>
    private TResult Wait<TResult>(Func<CancellationToken, ValueTask<TResult>> ask)
    {
        using CancellationTokenSource patience = new(Patience, time);
        try
        {
            return ask(patience.Token).AsTask().GetAwaiter().GetResult();
        }
        catch (Exception e)
            when (e is StoreException or OperationCanceledException or ObjectDisposedException or ArgumentException)
        {
            throw new IOException("The store does not take lines.", e);
        }
    }
}
