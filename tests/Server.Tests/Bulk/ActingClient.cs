using ClickUpMcp.Api;

namespace ClickUpMcp.Tests.Bulk;

/// <summary>Does something before requests are sent, as other users of the workspace do.</summary>
internal sealed class ActingClient(IClickUpClient inner, Func<ClickUpRequest, Task> act) : IClickUpClient
{
    public async ValueTask<ClickUpResponse> SendAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        await act(request);
        return await inner.SendAsync(request, cancellationToken);
    }
}
