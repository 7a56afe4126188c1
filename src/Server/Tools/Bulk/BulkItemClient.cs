using ClickUpMcp.Api;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>The way to the API of one item of a bulk call: what others have read already is not read again, and what it writes is known.</summary>
/// <param name="reads">What the items read, and how requests are sent.</param>
internal sealed class BulkItemClient(BulkReads reads) : IClickUpClient
{
    private int _open;
    private bool _hasSucceeded;

    /// <summary>Whether a request that writes was sent, and not surely refused.</summary>
    public bool HasWritten { get; private set; }

    /// <summary>Whether of what it has sent nothing is open: each write was called a success or refused.</summary>
    public bool IsSettled => Volatile.Read(ref _open) == 0;

    /// <summary>Whether it was kept from writing, since the call had stopped.</summary>
    public bool WasStopped { get; private set; }

    /// <summary>What the last write gave back; empty before one.</summary>
    public ReadOnlyMemory<byte> Written { get; private set; }

    /// <summary>What was seen of writes that are alike, of this item and others.</summary>
    public AlikeWrites Alike => reads.Alike;

    /// <summary>The id of the task that it is about; null when it makes one, or is about something else.</summary>
    public string? Task { get; set; }

    public ValueTask<ClickUpResponse> SendAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        if (!request.IsRead)
        {
            return WriteAsync(request, cancellationToken);
        }

        // Others may read the same response.
        request = request with
        {
            Wanted = null,
        };
        if (BulkTask.KeyOf(request) is { } key)
        {
            return HasWritten
                ? reads.ReadAfterAsync(request, key, cancellationToken)
                : reads.ReadBeforeAsync(request, key, cancellationToken);
        }

        return HasWritten
            ? reads.SendAsync(request, cancellationToken)
            : reads.ReadOnceAsync(request, cancellationToken);
    }

    private async ValueTask<ClickUpResponse> WriteAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        bool isOpen = false;
        try
        {
            ClickUpResponse response = await reads.SendAsync(request, cancellationToken, Begin);
            Interlocked.Decrement(ref _open);
            _hasSucceeded = true;
            Written = response.Body;
            return response;
        }
        catch (ClickUpApiException refusal) when (isOpen && refusal.IsUndone)
        {
            Interlocked.Decrement(ref _open);
            HasWritten = Volatile.Read(ref _open) > 0 || _hasSucceeded;
            throw;
        }

        void Begin()
        {
            if (!HasWritten && reads.HasStopped)
            {
                WasStopped = true;
                throw new BulkStoppedException();
            }

            isOpen = true;
            HasWritten = true;
            Interlocked.Increment(ref _open);
        }
    }
}
