using ClickUpMcp.Api;

namespace ClickUpMcp.Tests.Examples;

/// <summary>Has every response read whole, whatever is wanted of it.</summary>
internal sealed class WholeResponseClient(IClickUpClient inner) : IClickUpClient
{
    private int _narrowed;

    /// <summary>How many requests wanted less than all.</summary>
    public int Narrowed => _narrowed;

    public ValueTask<ClickUpResponse> SendAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        if (request.Wanted is not null)
        {
            Interlocked.Increment(ref _narrowed);
        }

        return inner.SendAsync(request with { Wanted = null }, cancellationToken);
    }
}
