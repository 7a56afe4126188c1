using ClickUpMcp.Errors;

namespace ClickUpMcp.Api;

/// <summary>Stands in where no request can leave: answers each with what is missing.</summary>
internal sealed class RefusingClient(ActionableException reason) : IClickUpClient
{
    public ValueTask<ClickUpResponse> SendAsync(ClickUpRequest request, CancellationToken cancellationToken) =>
        ValueTask.FromException<ClickUpResponse>(reason);
}
