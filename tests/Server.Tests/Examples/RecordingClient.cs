using ClickUpMcp.Api;

namespace ClickUpMcp.Tests.Examples;

/// <summary>Remembers the requests that pass.</summary>
internal sealed class RecordingClient(IClickUpClient inner) : IClickUpClient
{
    private readonly RequestLog<ClickUpRequest> _requests = new();

    public IReadOnlyCollection<ClickUpRequest> Requests => _requests;

    public ValueTask<ClickUpResponse> SendAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        _requests.Add(request);
        return inner.SendAsync(request, cancellationToken);
    }
}
